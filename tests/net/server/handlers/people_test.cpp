// Donors and staff over the wire: masked look-ups, sealed records, PINs with patience.
#include "net/wire/donors.h"
#include "net/wire/staff.h"
#include "net/wire/visits.h"
#include "platform/base/encoding.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "tests/net/server/running_server.h"

namespace rexue::tests {
namespace {

using wire::SurfaceKind;

class People : public RunningServer {
  protected:
    People() { start(); }

    template <typename Message>
    static Message message(const Answer& answer) {
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::from_json<Message>(json::parse(answer.body).value()).value();
    }

    // --- records
    wire::VisitRecord a_record(const queue::HouseEvent& check_in) {
        return {.visit = *check_in.visit,
                .house = a_house().house,
                .ticket = *check_in.ticket,
                .checked_in_at = noon,
                .name = "示𠮷样",
                .document_number = "000000197508090036",
                .sex = "male",
                .birth = base::parse_date("1975-08-09").value()};
    }
    wire::SealedRecord sealed(const TestTerminal& terminal, const wire::VisitRecord& record,
                              int revision = 1) {
        wire::SealedRecord made{
            .visit = record.visit,
            .revision = revision,
            .terminal = terminal.enrolment.terminal,
            .algorithm = wire::sealing_algorithm,
            .ciphertext = seal_for(terminal.enrolment.sealing_key,
                                   boost::json::serialize(json::to_json(record))),
            .signature = {}};
        sign(terminal, made);
        return made;
    }
    static void sign(const TestTerminal& terminal, wire::SealedRecord& record) {
        record.signature = base::base64_encode(
            base::bytes_of(sign_es256(terminal.credentials.key_pem, wire::signed_text(record))));
    }
    static Answer put(const TestTerminal& terminal, const wire::SealedRecord& record) {
        return terminal.put("/v1/visits/" + record.visit.to_string() + "/record",
                            json::to_json(record));
    }
    queue::HouseEvent checked_in(const TestTerminal& terminal, const std::string& ticket) {
        const auto event = a_check_in(ticket, terminal.enrolment.terminal.value);
        EXPECT_EQ(
            terminal.post("/v1/houses/test-house/events", {{"events", {queue::to_json(event)}}})
                .status,
            200);
        return event;
    }
    void know_the_donor() {
        ASSERT_TRUE(
            store().put_donor({.id = wire::DonorId("d-1"),
                               .name = "示𠮷样",
                               .document_number = "000000197508090036",
                               .mobile = "10000000004",
                               .donations = {{.date = base::parse_date("2026-01-02").value(),
                                              .type = wire::DonationType::whole_blood,
                                              .volume_ml = 400,
                                              .units = std::nullopt}}},
                              "0000000000000195"));
    }

    // --- staff
    void give_pin(const std::string& number, const std::string& pin, wire::StaffRole role = {}) {
        ASSERT_TRUE(server::set_staff_pin(data_, {.house = a_house().house,
                                                  .number = number,
                                                  .name = "示例护士",
                                                  .role = role,
                                                  .pin = pin}));
    }
    Answer sign_in(const TestTerminal& terminal, const std::string& staff, const std::string& pin) {
        return terminal.post("/v1/staff/sessions", {{"staff", staff}, {"pin", pin}});
    }
};

TEST_F(People, a_donor_is_found_by_either_number_and_masked) {
    know_the_donor();
    const auto terminal = enrol(SurfaceKind::donor, "A");
    for (const auto& query : {boost::json::value{{"document_number", "000000197508090036"}},
                              boost::json::value{{"card_number", "0000000000000195"}}}) {
        const auto answer = terminal.post("/v1/donors/lookup", query);
        const auto brief = message<wire::DonorBrief>(answer);
        EXPECT_EQ(brief.masked_name, "示*样");
        EXPECT_EQ(brief.masked_number, "0000**********0036");
        EXPECT_EQ(brief.masked_mobile, "100****0004");
        EXPECT_EQ(brief.donations.size(), 1u);
        EXPECT_FALSE(answer.body.contains("𠮷"));
        EXPECT_FALSE(answer.body.contains("19750809"));
        EXPECT_FALSE(answer.body.contains("0000000000000195"));
    }
}

// A number of 15 digits is that of 18 without century and check digit.
TEST_F(People, a_donor_known_by_an_old_number_is_found_by_the_new_one_and_the_other_way_round) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    ASSERT_TRUE(store().put_donor({.id = wire::DonorId("d-old"),
                                   .name = "示例旧",
                                   .document_number = "000000490101001",
                                   .mobile = {},
                                   .donations = {}},
                                  std::nullopt));
    for (const char* number : {"000000490101001", "000000194901010010"}) {
        const auto answer = terminal.post("/v1/donors/lookup", {{"document_number", number}});
        EXPECT_EQ(message<wire::DonorBrief>(answer).donor.value, "d-old") << number;
    }
}

TEST_F(People, a_look_up_asks_for_one_number_and_tells_boards_nothing) {
    know_the_donor();
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const auto look_up = [&](const boost::json::value& query) {
        return problem_code(terminal.post("/v1/donors/lookup", query));
    };
    EXPECT_EQ(look_up({{"document_number", "000000199206140019"}}), "not_found");
    EXPECT_EQ(look_up(boost::json::object()), "invalid_argument");
    EXPECT_EQ(look_up({{"document_number", "000000197508090036"}, {"card_number", "1"}}),
              "invalid_argument");
    EXPECT_EQ(look_up({{"document_number", "' OR 1=1 --"}}), "invalid_argument");
    const auto board = enrol(SurfaceKind::board);
    EXPECT_EQ(
        problem_code(board.post("/v1/donors/lookup", {{"document_number", "000000197508090036"}})),
        "forbidden");
}

TEST_F(People, staff_see_who_stands_behind_a_ticket_masked) {
    know_the_donor();
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const auto desk = staff_desk();
    const auto event = checked_in(terminal, "A001");
    EXPECT_EQ(put(terminal, sealed(terminal, a_record(event))).status, 204);
    const auto answer = desk.get("/v1/houses/test-house/visits?tickets-of=today");
    const auto briefs = message<wire::VisitBriefs>(answer).visits;
    ASSERT_EQ(briefs.size(), 1u);
    EXPECT_EQ(briefs[0].ticket, "A001");
    EXPECT_EQ(briefs[0].masked_name, "示*样");
    EXPECT_EQ(briefs[0].sex, "male");
    EXPECT_EQ(briefs[0].age_years, 50);
    EXPECT_EQ(briefs[0].donation_count, 1);
    EXPECT_FALSE(answer.body.contains("000000"));
    EXPECT_EQ(problem_code(desk.get("/v1/houses/test-house/visits?tickets-of=1999-01-01")),
              "invalid_argument");
    clock_.advance(std::chrono::hours(3));
    EXPECT_EQ(problem_code(terminal.get("/v1/houses/test-house/visits")), "forbidden");
}

TEST_F(People, staff_see_that_a_number_was_typed_and_who_completes_the_name) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const auto desk = staff_desk();
    auto record = a_record(checked_in(terminal, "A001"));
    record.entry = wire::EntryKind::typed_number;
    record.name.reset();
    record.name_by = wire::NameBy::staff;
    EXPECT_EQ(put(terminal, sealed(terminal, record)).status, 204);
    const auto briefs =
        message<wire::VisitBriefs>(desk.get("/v1/houses/test-house/visits?tickets-of=today"))
            .visits;
    ASSERT_EQ(briefs.size(), 1u);
    EXPECT_EQ(briefs[0].entry, wire::EntryKind::typed_number);
    EXPECT_EQ(briefs[0].name_by, wire::NameBy::staff);
    EXPECT_TRUE(briefs[0].masked_name.empty());
}

TEST_F(People, a_record_is_taken_once_and_never_changed) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const auto record = a_record(a_check_in("A001"));
    const auto first = sealed(terminal, record);
    EXPECT_EQ(put(terminal, first).status, 204);
    EXPECT_EQ(put(terminal, first).status, 204);
    EXPECT_EQ(problem_code(put(terminal, sealed(terminal, record))), "conflict")
        << "sealed anew is another body";
    EXPECT_EQ(put(terminal, sealed(terminal, record, 2)).status, 204);
}

TEST_F(People, a_record_must_be_signed_by_the_terminal_that_sends_it) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const auto other = enrol(SurfaceKind::donor, "B");
    const auto record = a_record(a_check_in("A001"));

    auto changed = sealed(terminal, record);
    changed.revision = 2;
    EXPECT_EQ(problem_code(put(terminal, changed)), "forbidden") << "changed after signing";
    auto by_another = sealed(terminal, record);
    sign(other, by_another);
    EXPECT_EQ(problem_code(put(terminal, by_another)), "forbidden");
    EXPECT_EQ(problem_code(put(other, sealed(terminal, record))), "forbidden")
        << "speaks for somebody else";
    auto unsigned_one = sealed(terminal, record);
    unsigned_one.signature = "AAAA";
    EXPECT_EQ(problem_code(put(terminal, unsigned_one)), "forbidden");
    unsigned_one.signature = "not Base64";
    EXPECT_EQ(problem_code(put(terminal, unsigned_one)), "invalid_argument");
}

TEST_F(People, records_come_from_the_donor_terminal_that_has_the_visit) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const auto other = enrol(SurfaceKind::donor, "B");
    const auto desk = staff_desk();
    const auto record = a_record(checked_in(terminal, "A001"));
    EXPECT_EQ(problem_code(put(desk, sealed(desk, a_record(a_check_in("A002"))))), "forbidden");
    EXPECT_EQ(problem_code(put(other, sealed(other, record))), "forbidden") << "checked in by A";
    EXPECT_EQ(put(terminal, sealed(terminal, record)).status, 204);
    EXPECT_EQ(problem_code(put(other, sealed(other, record, 2))), "forbidden");
}

TEST_F(People, a_record_that_cannot_be_opened_or_is_of_another_visit_comes_back_at_once) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const auto record = a_record(a_check_in("A001"));

    auto rotten = sealed(terminal, record);
    rotten.ciphertext[10] = rotten.ciphertext[10] == 'A' ? 'B' : 'A';
    sign(terminal, rotten);
    EXPECT_EQ(problem_code(put(terminal, rotten)), "corrupt");

    auto of_another = sealed(terminal, record);
    of_another.visit = an_id();
    sign(terminal, of_another);
    EXPECT_EQ(problem_code(put(terminal, of_another)), "corrupt");

    auto unknown = sealed(terminal, record);
    unknown.algorithm = "rot13";
    sign(terminal, unknown);
    EXPECT_EQ(problem_code(put(terminal, unknown)), "unsupported");

    const auto elsewhere = terminal.put("/v1/visits/" + an_id().to_string() + "/record",
                                        json::to_json(sealed(terminal, record)));
    EXPECT_EQ(problem_code(elsewhere), "invalid_argument");
}

TEST_F(People, a_record_with_more_than_a_document_can_hold_comes_back_at_once) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    auto record = a_record(a_check_in("A001"));
    record.authority = std::string(wire::max_document_text_bytes + 1, 'x');
    const auto answer = put(terminal, sealed(terminal, record));
    EXPECT_EQ(problem_code(answer), "corrupt");
    EXPECT_TRUE(answer.body.contains("/authority"));
    EXPECT_FALSE(answer.body.contains("xxx"));
    record.authority = std::string(wire::max_document_text_bytes, 'x');
    EXPECT_EQ(put(terminal, sealed(terminal, record)).status, 204);
}

TEST_F(People, a_pin_opens_a_session_for_four_hours) {
    give_pin("1001", "246810", wire::StaffRole::nurse);
    auto desk = enrol(SurfaceKind::staff);
    const auto session = message<wire::StaffSession>(sign_in(desk, "1001", "246810"));
    EXPECT_EQ(session.name, "示例护士");
    EXPECT_EQ(session.expires, clock_.wall() + std::chrono::hours(4));
    desk.token = session.token;
    EXPECT_EQ(desk.get("/v1/houses/test-house/visits").status, 200);
    const auto donor = enrol(SurfaceKind::donor, "A");
    EXPECT_EQ(problem_code(sign_in(donor, "1001", "246810")), "forbidden");
}

// Misfortune: somebody tries numbers at a desk to learn who works here.
TEST_F(People, six_wrong_pins_are_answered_alike_for_somebody_and_for_nobody) {
    give_pin("1001", "1234");
    const auto desk = enrol(SurfaceKind::staff);
    std::vector<std::string> codes;
    for (int i = 0; i < 6; ++i) {
        const auto somebody = sign_in(desk, "1001", "0000");
        const auto nobody = sign_in(desk, "7777", "0000");
        EXPECT_EQ(somebody.body, nobody.body);
        EXPECT_EQ(somebody.status, nobody.status);
        EXPECT_EQ(somebody.headers.contains("retry-after"), nobody.headers.contains("retry-after"));
        codes.push_back(problem_code(somebody));
    }
    const std::vector<std::string> expected(5, "unauthenticated");
    EXPECT_EQ(std::vector(codes.begin(), codes.begin() + 5), expected);
    EXPECT_EQ(codes.back(), "too_many_requests");

    clock_.advance(std::chrono::seconds(60));
    EXPECT_EQ(sign_in(desk, "1001", "0000").body, sign_in(desk, "7777", "0000").body);
    const auto waits = sign_in(desk, "7777", "0000").headers.at("retry-after");
    EXPECT_EQ(waits, "120");
    EXPECT_EQ(sign_in(desk, "1001", "0000").headers.at("retry-after"), waits);

    // A number that is given out at last begins without another's tries.
    give_pin("7777", "4321");
    EXPECT_EQ(sign_in(desk, "7777", "4321").status, 200);
}

TEST_F(People, a_text_that_is_no_staff_number_is_wrong_however_often) {
    const auto desk = enrol(SurfaceKind::staff);
    for (int i = 0; i < 7; ++i)
        EXPECT_EQ(problem_code(sign_in(desk, "1001 OR 1=1", "0000")), "unauthenticated");
}

TEST_F(People, five_wrong_pins_make_the_account_wait_even_for_the_right_one) {
    give_pin("1001", "1234");
    const auto desk = enrol(SurfaceKind::staff);
    std::string unknown_number = sign_in(desk, "7777", "1234").body;
    for (int i = 0; i < 5; ++i) {
        const auto wrong = sign_in(desk, "1001", "0000");
        EXPECT_EQ(problem_code(wrong), "unauthenticated");
        EXPECT_EQ(wrong.body, unknown_number) << "says nothing about which numbers exist";
    }
    const auto blocked = sign_in(desk, "1001", "1234");
    EXPECT_EQ(blocked.status, 429);
    EXPECT_EQ(problem_code(blocked), "too_many_requests");
    EXPECT_EQ(blocked.headers.at("retry-after"), "60");

    clock_.advance(std::chrono::seconds(60));
    EXPECT_EQ(problem_code(sign_in(desk, "1001", "0000")), "unauthenticated");
    EXPECT_EQ(sign_in(desk, "1001", "1234").headers.at("retry-after"), "120") << "twice as long";
    clock_.advance(std::chrono::seconds(120));
    EXPECT_EQ(sign_in(desk, "1001", "1234").status, 200);
    EXPECT_EQ(problem_code(sign_in(desk, "1001", "0000")), "unauthenticated")
        << "the right PIN has wiped the slate";
}

} // namespace
} // namespace rexue::tests
