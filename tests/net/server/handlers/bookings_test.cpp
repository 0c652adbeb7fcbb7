// Booked days over the wire: taken once, from the donor terminal that signed them, told to staff
// as numbers, and to the donor on the day.
#include "net/wire/bookings.h"

#include "net/wire/donors.h"
#include "net/wire/visits.h"
#include "platform/base/encoding.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "tests/net/server/running_server.h"

namespace rexue::tests {
namespace {

using wire::SurfaceKind;

constexpr const char* number_of_the_donor = "000000197508090036";

base::Date days_after(int days) {
    return std::chrono::sys_days(day_one) + std::chrono::days(days);
}

class Bookings : public RunningServer {
  protected:
    Bookings() {
        EXPECT_TRUE(store().put_donor({.id = wire::DonorId("d-1"),
                                       .name = "示例甲",
                                       .document_number = number_of_the_donor,
                                       .mobile = {},
                                       .donations = {}},
                                      "0000000000000195"));
    }

    TestTerminal first_terminal() {
        start();
        return enrol(SurfaceKind::donor, "A");
    }

    wire::BookingRecord a_booking(base::Date day) {
        return {.booking = an_id(),
                .house = a_house().house,
                .made_at = clock_.wall(),
                .day = day,
                .types = {wire::DonationType::whole_blood},
                .donor = std::nullopt,
                .card_number = std::nullopt,
                .name = "示例甲",
                .document_number = number_of_the_donor};
    }

    static wire::SealedBooking sealed(const TestTerminal& terminal,
                                      const wire::BookingRecord& record) {
        wire::SealedBooking made{
            .booking = record.booking,
            .terminal = terminal.enrolment.terminal,
            .algorithm = wire::sealing_algorithm,
            .ciphertext = seal_for(terminal.enrolment.sealing_key,
                                   boost::json::serialize(json::to_json(record))),
            .signature = {}};
        sign(terminal, made);
        return made;
    }
    static void sign(const TestTerminal& terminal, wire::SealedBooking& booking) {
        booking.signature = base::base64_encode(
            base::bytes_of(sign_es256(terminal.credentials.key_pem, wire::signed_text(booking))));
    }
    static Answer put(const TestTerminal& terminal, const wire::SealedBooking& booking) {
        return terminal.put("/v1/bookings/" + booking.booking.to_string(), json::to_json(booking));
    }

    static std::vector<wire::BookingDay> days(const TestTerminal& desk) {
        const auto answer = desk.get("/v1/houses/test-house/bookings");
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::from_json<wire::BookingDays>(json::parse(answer.body).value()).value().days;
    }

    static std::optional<bool> booked_today(const TestTerminal& terminal) {
        const auto answer =
            terminal.post("/v1/donors/lookup", {{"document_number", number_of_the_donor}});
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::from_json<wire::DonorBrief>(json::parse(answer.body).value())
            .value()
            .booked_today;
    }

    TestTerminal terminal_ = first_terminal();
};

TEST_F(Bookings, a_booking_is_taken_once_and_never_changed) {
    const auto desk = staff_desk();
    const auto record = a_booking(days_after(7));
    const auto first = sealed(terminal_, record);
    EXPECT_EQ(put(terminal_, first).status, 204);
    EXPECT_EQ(put(terminal_, first).status, 204);
    EXPECT_EQ(problem_code(put(terminal_, sealed(terminal_, record))), "conflict")
        << "sealed anew is another body";
    ASSERT_EQ(days(desk).size(), 1u);
    EXPECT_EQ(days(desk)[0].day, days_after(7));
    EXPECT_EQ(days(desk)[0].count, 1);
}

TEST_F(Bookings, staff_learn_numbers_of_the_next_sixty_days_and_no_names) {
    const auto desk = staff_desk();
    for (const int after : {0, 7, 7, 60, 61})
        EXPECT_EQ(put(terminal_, sealed(terminal_, a_booking(days_after(after)))).status, 204);
    const auto found = days(desk);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[1].count, 2);
    EXPECT_EQ(found[2].day, days_after(60));
    EXPECT_FALSE(desk.get("/v1/houses/test-house/bookings").body.contains("d-1"));
    EXPECT_EQ(problem_code(terminal_.get("/v1/houses/test-house/bookings")), "forbidden");
    EXPECT_EQ(desk.get("/v1/houses/other/bookings").status, 403);
}

TEST_F(Bookings, who_has_booked_is_told_so_on_that_day_alone) {
    EXPECT_EQ(put(terminal_, sealed(terminal_, a_booking(days_after(1)))).status, 204);
    EXPECT_EQ(booked_today(terminal_), false);
    clock_.advance(std::chrono::hours(11) + std::chrono::minutes(59));
    EXPECT_EQ(booked_today(terminal_), false) << "a minute before midnight in the house";
    clock_.advance(std::chrono::minutes(1));
    EXPECT_EQ(booked_today(terminal_), true);
    clock_.advance(std::chrono::hours(24));
    EXPECT_EQ(booked_today(terminal_), false);
}

// However the terminal knows the donor; somebody new is booked for all that.
TEST_F(Bookings, the_donor_is_found_by_what_the_terminal_knows) {
    for (const char* how : {"donor", "card", "document", "nobody"}) {
        auto record = a_booking(day_one);
        record.document_number.reset();
        if (std::string_view(how) == "donor") record.donor = wire::DonorId("d-1");
        if (std::string_view(how) == "card") record.card_number = "0000000000000195";
        if (std::string_view(how) == "document") record.document_number = number_of_the_donor;
        EXPECT_EQ(put(terminal_, sealed(terminal_, record)).status, 204) << how;
    }
    EXPECT_TRUE(*store().has_booked(a_house().house, wire::DonorId("d-1"), day_one));
    EXPECT_EQ(store().booking_days(a_house().house, day_one, day_one)->front().count, 4);
}

TEST_F(Bookings, a_booking_must_be_signed_by_the_donor_terminal_that_sends_it) {
    const auto other = enrol(SurfaceKind::donor, "B");
    const auto desk = staff_desk();
    const auto record = a_booking(days_after(7));
    auto changed = sealed(terminal_, record);
    changed.booking = an_id();
    EXPECT_EQ(problem_code(put(terminal_, changed)), "forbidden") << "changed after signing";
    auto by_another = sealed(terminal_, record);
    sign(other, by_another);
    EXPECT_EQ(problem_code(put(terminal_, by_another)), "forbidden");
    EXPECT_EQ(problem_code(put(other, sealed(terminal_, record))), "forbidden")
        << "speaks for somebody else";
    EXPECT_EQ(problem_code(put(desk, sealed(desk, record))), "forbidden");
    auto garbled = sealed(terminal_, record);
    garbled.signature = "not Base64";
    EXPECT_EQ(problem_code(put(terminal_, garbled)), "invalid_argument");
    EXPECT_TRUE(days(desk).empty());
}

TEST_F(Bookings, what_cannot_be_a_booking_of_this_house_comes_back_at_once) {
    const auto refused = [&](auto change) {
        auto record = a_booking(days_after(7));
        change(record);
        return put(terminal_, sealed(terminal_, record));
    };
    for (const auto& answer :
         {refused([](auto& record) { record.house = wire::HouseId("other"); }),
          refused([](auto& record) { record.day = days_after(-1); }),
          refused([](auto& record) { record.types.clear(); }), refused([](auto& record) {
              record.name = std::string(wire::max_document_text_bytes + 1, 'x');
          })}) {
        EXPECT_EQ(problem_code(answer), "corrupt");
        EXPECT_FALSE(answer.body.contains("xxx"));
    }
    auto of_another = sealed(terminal_, a_booking(days_after(7)));
    of_another.booking = an_id();
    sign(terminal_, of_another);
    EXPECT_EQ(problem_code(put(terminal_, of_another)), "corrupt");
    auto unknown = sealed(terminal_, a_booking(days_after(7)));
    unknown.algorithm = "rot13";
    sign(terminal_, unknown);
    EXPECT_EQ(problem_code(put(terminal_, unknown)), "unsupported");
    const auto elsewhere =
        terminal_.put("/v1/bookings/" + an_id().to_string(),
                      json::to_json(sealed(terminal_, a_booking(days_after(7)))));
    EXPECT_EQ(problem_code(elsewhere), "invalid_argument");
}

// Misfortune: the line was down from the booking until after the booked day.
TEST_F(Bookings, one_that_arrives_late_is_kept_all_the_same) {
    const auto booking = sealed(terminal_, a_booking(days_after(1)));
    clock_.advance(std::chrono::hours(72));
    EXPECT_EQ(put(terminal_, booking).status, 204);
}

} // namespace
} // namespace rexue::tests
