// Honour cards over the wire: who gets one, what it says, who may verify it, and what is revoked.
#include "net/wire/cards.h"

#include "net/credential/revocation_list.h"
#include "net/credential/verify.h"
#include "net/server/cards/card_desk.h"
#include "net/server/keys/card_keys.h"
#include "net/server/setup.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "tests/net/server/running_server.h"

namespace rexue::tests {
namespace {

using credential::Verdict;
using wire::SurfaceKind;

constexpr const char* many_times = "000000196903030065";
constexpr const char* once = "000000200101010045";

class Cards : public RunningServer {
  protected:
    Cards() {
        auto house = a_house();
        house.place = "370200";
        EXPECT_TRUE(store().put_house(house));
        EXPECT_TRUE(store().put_donor(a_donor("d-many", many_times, 40), std::nullopt));
        EXPECT_TRUE(store().put_donor(a_donor("d-once", once, 1), std::nullopt));
        start({.assets = REXUE_SOURCE_DIR "/assets"});
    }

    static server::Donor a_donor(const std::string& id, const std::string& number, int times) {
        server::Donor donor{.id = wire::DonorId(id),
                            .name = "示例甲",
                            .document_number = number,
                            .mobile = "",
                            .donations = {}};
        for (int i = 0; i < times; ++i) {
            donor.donations.push_back({.date = base::Date(std::chrono::sys_days(day_one) -
                                                          std::chrono::days(200 * i + 30)),
                                       .type = wire::DonationType::whole_blood,
                                       .volume_ml = 400,
                                       .units = std::nullopt});
        }
        return donor;
    }

    static Answer issue(const TestTerminal& terminal, const std::string& number = many_times) {
        return terminal.post("/v1/cards", {{"document_number", number}});
    }
    template <typename Message>
    static Message message(const Answer& answer) {
        return json::from_json<Message>(json::parse(answer.body).value()).value();
    }
    static std::string text_of(const Answer& answer) {
        EXPECT_EQ(answer.status, 201) << answer.body;
        return message<wire::CardIssued>(answer).text;
    }
    static credential::KeySet keys_for(const TestTerminal& terminal) {
        credential::KeySet keys;
        EXPECT_TRUE(keys.add(terminal.get("/v1/catalogues/keys").body));
        return keys;
    }
    static credential::RevocationList list_for(const TestTerminal& terminal) {
        const auto answer = terminal.get("/v1/catalogues/revocations");
        const auto bytes = base::base64_decode(message<wire::CardRevocations>(answer).list);
        auto list = credential::RevocationList::read(*bytes, keys_for(terminal));
        EXPECT_TRUE(list) << list.error().detail;
        return *list;
    }
    credential::Finding verify(const TestTerminal& terminal, const std::string& text) {
        const auto keys = keys_for(terminal);
        const auto list = list_for(terminal);
        return credential::verify(text, {.keys = keys, .revocations = &list}, clock_.wall());
    }
    // As the holder's telephone makes it.
    std::string code_of(const std::string& number) {
        const auto step = *credential::step_at(clock_.wall());
        const auto master = *server::keys::card_codes_master(data_);
        const auto card = std::stoull(number);
        return credential::make_dynamic_code(card, step, master.for_day(step.day).for_holder(card));
    }
};

TEST_F(Cards, say_what_the_record_says_and_are_verified) {
    const auto desk = staff_desk();
    const auto found = verify(desk, text_of(issue(desk)));
    ASSERT_EQ(found.verdict, Verdict::valid) << json::to_json(found.why);
    EXPECT_TRUE(found.remarks.empty());
    const auto& claims = found.card->claims;
    EXPECT_EQ(claims.name.str(), "示*甲");
    EXPECT_EQ(claims.tier, "qingdao-card");
    EXPECT_EQ(claims.province, "370000");
    EXPECT_EQ(claims.city, "370200");
    EXPECT_EQ(claims.whole_blood_count, 40);
    EXPECT_EQ(claims.as_of, day_one);
    ASSERT_FALSE(claims.awards.empty());
    EXPECT_EQ(claims.awards.front().id, "national-gold");
    // The end of the same day two years on, in the house.
    EXPECT_EQ(base::format_instant(found.card->expires), "2028-06-14T16:00:00.000Z");
}

TEST_F(Cards, are_for_staff_with_a_session_alone) {
    EXPECT_EQ(issue(staff_desk()).status, 201);
    EXPECT_EQ(issue(enrol(SurfaceKind::staff)).status, 401);
    EXPECT_EQ(issue(enrol(SurfaceKind::volunteer)).status, 403);
    EXPECT_EQ(issue(enrol(SurfaceKind::donor, "A")).status, 403);
    EXPECT_EQ(issue(enrol(SurfaceKind::board)).status, 403);
}

TEST_F(Cards, are_given_again_on_the_same_day_and_anew_on_the_next) {
    const auto desk = staff_desk();
    const auto first = text_of(issue(desk));
    clock_.advance(std::chrono::hours(2));
    EXPECT_EQ(text_of(issue(desk)), first);
    clock_.advance(std::chrono::hours(12));
    EXPECT_NE(text_of(issue(staff_desk())), first);
    const auto cards = store().cards();
    ASSERT_EQ(cards->size(), 2U);
    EXPECT_EQ(cards->at(0).number, cards->at(1).number);
    EXPECT_NE(cards->at(0).index, cards->at(1).index);
}

TEST_F(Cards, are_not_for_strangers_nor_where_nothing_is_held) {
    const auto desk = staff_desk();
    EXPECT_EQ(issue(desk, "000000190001010000").status, 404);
    const auto nothing = issue(desk, once);
    EXPECT_EQ(nothing.status, 409);
    EXPECT_EQ(problem_code(nothing), "conflict");
    EXPECT_TRUE(store().cards()->empty());
}

TEST_F(Cards, need_a_key) {
    std::filesystem::remove(data_.card_keys());
    EXPECT_EQ(issue(staff_desk()).status, 503);
    const auto donor = enrol(SurfaceKind::donor, "A");
    EXPECT_EQ(donor.get("/v1/catalogues/revocations").status, 404);
    EXPECT_EQ(donor.get("/v1/catalogues/keys").body, R"({"keys":[]})");
}

TEST_F(Cards, a_revoked_one_is_in_the_list_at_once_and_its_number_is_nobodys) {
    const auto desk = staff_desk();
    const auto text = text_of(issue(desk));
    const auto before = desk.get("/v1/catalogues/revocations").headers.at("etag");
    const auto number = store().cards()->front().number;
    EXPECT_TRUE(store().donor_by_card(number));
    ASSERT_TRUE(server::revoke_card(store(), number, clock_.wall()));
    EXPECT_EQ(verify(desk, text).verdict, Verdict::revoked);
    EXPECT_NE(desk.get("/v1/catalogues/revocations").headers.at("etag"), before);
    EXPECT_FALSE(store().donor_by_card(number));
    EXPECT_EQ(verify(desk, text_of(issue(desk))).verdict, Verdict::valid);
    EXPECT_NE(store().cards()->back().number, number);
}

TEST_F(Cards, keys_and_list_are_not_sent_twice) {
    const auto desk = staff_desk();
    for (const std::string path : {"/v1/catalogues/keys", "/v1/catalogues/revocations"}) {
        const auto first = desk.get(path);
        ASSERT_EQ(first.status, 200) << path;
        const auto etag = first.headers.at("etag");
        const auto again = desk.get(path, {"If-None-Match: " + etag});
        EXPECT_EQ(again.status, 304) << path;
        EXPECT_EQ(again.body, "");
        EXPECT_EQ(desk.get(path, {"If-None-Match: W/\"other\""}).status, 200) << path;
    }
}

TEST_F(Cards, day_keys_are_for_terminals_that_verify) {
    for (const auto surface : {SurfaceKind::donor, SurfaceKind::staff, SurfaceKind::volunteer}) {
        const auto terminal = enrol(surface, surface == SurfaceKind::donor ? "A" : "");
        const auto keys = message<credential::KeyDocument>(terminal.get("/v1/catalogues/keys"));
        ASSERT_TRUE(keys.day_keys);
        ASSERT_EQ(keys.day_keys->size(), 5U);
        EXPECT_EQ(base::format_date(keys.day_keys->front().day), "2026-06-13");
        EXPECT_EQ(base::format_date(keys.day_keys->back().day), "2026-06-17");
    }
    const auto board = enrol(SurfaceKind::board);
    const auto keys = message<credential::KeyDocument>(board.get("/v1/catalogues/keys"));
    EXPECT_EQ(keys.keys.size(), 1U);
    EXPECT_FALSE(keys.day_keys);
}

TEST_F(Cards, a_dynamic_code_is_verified_with_the_days_keys) {
    const auto desk = staff_desk();
    text_of(issue(desk));
    const auto number = store().cards()->front().number;
    const auto keys = keys_for(desk);
    const auto found = credential::verify(code_of(number), {.keys = keys}, clock_.wall());
    EXPECT_EQ(found.verdict, Verdict::valid);
    EXPECT_EQ(found.code_card_number->str(), number);
}

TEST_F(Cards, a_code_that_was_shown_elsewhere_is_told) {
    const auto one = enrol(SurfaceKind::volunteer);
    const auto other = enrol(SurfaceKind::donor, "A");
    const auto step = credential::step_at(clock_.wall())->absolute();
    const auto shown = [&](const TestTerminal& terminal, std::int64_t at) {
        return terminal.post("/v1/cards/seen", {{"card_number", "0000000000000195"}, {"step", at}});
    };
    const auto first = [&](const TestTerminal& terminal, std::int64_t at) {
        return message<wire::CodeHeard>(shown(terminal, at)).first_time;
    };
    EXPECT_TRUE(first(one, step));
    EXPECT_TRUE(first(one, step)); // its answer was lost on the way
    EXPECT_FALSE(first(other, step));
    EXPECT_TRUE(first(other, step + 1));
    EXPECT_EQ(shown(one, step - 61).status, 400);
    EXPECT_EQ(shown(one, step + 61).status, 400);
    EXPECT_EQ(shown(enrol(SurfaceKind::board), step).status, 403);
    EXPECT_EQ(one.post("/v1/cards/seen", {{"card_number", "12"}, {"step", step}}).status, 400);
}

TEST_F(Cards, are_good_through_a_roll_over) {
    const auto desk = staff_desk();
    const auto old = text_of(issue(desk));
    const auto from = clock_.wall() + std::chrono::hours(48);
    ASSERT_TRUE(server::add_card_key(data_, {}, std::chrono::hours(48), clock_));
    EXPECT_EQ(message<credential::KeyDocument>(desk.get("/v1/catalogues/keys")).keys.size(), 2U);
    EXPECT_EQ(verify(desk, old).verdict, Verdict::valid);
    clock_.advance(std::chrono::hours(49));
    const auto fresh = text_of(issue(staff_desk()));
    EXPECT_GE(clock_.wall(), from);
    EXPECT_EQ(verify(desk, fresh).verdict, Verdict::valid);
    EXPECT_EQ(verify(desk, old).verdict, Verdict::valid);
}

TEST_F(Cards, the_log_names_nobody) {
    const auto desk = staff_desk();
    testing::internal::CaptureStderr();
    text_of(issue(desk));
    issue(desk, once);
    const auto number = store().cards()->front().number;
    EXPECT_TRUE(server::revoke_card(store(), number, clock_.wall()));
    const std::string log = testing::internal::GetCapturedStderr();
    EXPECT_NE(log.find("card_issued"), std::string::npos) << log;
    EXPECT_NE(log.find("card_revoked"), std::string::npos) << log;
    for (const std::string& personal : {number, std::string(many_times), std::string(once),
                                        std::string("示"), std::string("d-many")}) {
        EXPECT_EQ(log.find(personal), std::string::npos) << log;
    }
}

} // namespace
} // namespace rexue::tests
