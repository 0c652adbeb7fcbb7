// A donor's answer needs a look: from the sealed record to a physician's signed decision.
#include "net/wire/review.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "net/client/uploader.h"
#include "net/server/keys/sealing.h"
#include "net/server/review/catalogues.h"
#include "net/server/store/sqlite_store.h"
#include "platform/base/encoding.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "platform/storage/file.h"
#include "tests/journeys/house_under_test.h"
#include "tests/support/answered_form.h"

namespace rexue::journeys {
namespace {

// "Have you come today to have your blood tested?": only staff can judge it.
constexpr const char* of_testing = "Q02";

std::string words_of(const questionnaire::Form& form, const char* question) {
    return std::string(form.item(*form.find(question)).text.in("en"));
}

// A donor terminal that sends what its donor has answered, as its outbox does.
class AnsweringTerminal {
  public:
    explicit AnsweringTerminal(const client::HouseServer& server)
        : terminal_(server), link_(terminal_.link()), uploader_(*link_, terminal_.outbox()) {}

    // The ticket of a man of fifty who has said this, and may give otherwise.
    void sends(const support::Said& said, wire::AssessedOutcome outcome) {
        const std::string book =
            server::Catalogues::load(REXUE_SOURCE_DIR "/assets")->book_in_force(today())->name();
        const auto sent = terminal_.check_in([&](wire::VisitRecord& record) {
            record.document_number = "000000197508090036";
            record.sex = "male";
            record.birth = base::parse_date("1975-08-09").value();
            record.response = support::answered_well(form_, said, std::chrono::sys_days(today()));
            for (const auto type :
                 {wire::DonationType::whole_blood, wire::DonationType::platelets}) {
                record.assessments.push_back(
                    {.type = type, .outcome = outcome, .rules = {}, .book = book});
            }
        });
        ASSERT_TRUE(sent.has_value());
    }

    const questionnaire::Form& form() const { return *form_; }

  private:
    base::Date today() const { return terminal_.today(); }

    std::shared_ptr<const questionnaire::Form> form_ = support::shipped_form();
    client::TestTerminal terminal_;
    std::unique_ptr<client::ServerLink> link_;
    client::Uploader uploader_;
};

// What the server keeps, opened with its key.
std::vector<wire::ReviewEntry> entries_of(const client::HouseServer& server) {
    const auto store = server::SqliteStore::open(server.data().database()).value();
    const auto secret = storage::read_file(server.data().sealing_key(), 64);
    const auto keys = server::keys::SealingKeys::load(secret.value()).value();
    std::vector<wire::ReviewEntry> entries;
    const auto log = store->events_after(client::sample_house, 0, 500).value();
    for (const auto& logged : log.events) {
        if (logged.event.kind != queue::EventKind::checked_in) continue;
        const auto steps = store->review_steps(*logged.event.visit).value();
        for (const std::string& sealed : steps) {
            const auto text = keys.open(base::base64_decode(sealed).value());
            entries.push_back(
                json::from_json<wire::ReviewEntry>(json::parse(text.value()).value()).value());
        }
    }
    return entries;
}

} // namespace

TEST(Review, APhysicianPutsAnAnswerRightMeasuresAndSigns) {
    HouseUnderTest house;
    AnsweringTerminal terminal(house.server());
    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(house.sign_in(staff, "w1", Staff::physician)) << staff.screen_text();
    terminal.sends({{of_testing, questionnaire::Value(true)}}, wire::AssessedOutcome::refer);

    // The record comes a moment after the ticket, and is looked at without anybody's asking.
    ASSERT_TRUE(staff.comes_to_offer_and_tap("Needs a look: 1")) << staff.screen_text();
    const std::string question = words_of(terminal.form(), of_testing);
    // The list lies open: what it is about stands in the visit alone.
    ASSERT_TRUE(staff.comes_to_show("A physician looks at this one")) << staff.screen_text();
    EXPECT_FALSE(staff.shows(question)) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to_offer_and_tap("A001"));
    ASSERT_TRUE(staff.comes_to("review")) << staff.screen_text();
    EXPECT_TRUE(staff.comes_to_show(question)) << staff.screen_text();

    ASSERT_TRUE(staff.tap(question)) << staff.screen_text();
    ASSERT_TRUE(staff.is_on("correcting"));
    EXPECT_TRUE(staff.shows("First answer: Yes"));
    ASSERT_TRUE(staff.tap("No") && staff.tap("Keep this answer"));
    ASSERT_TRUE(staff.comes_to("review")) << staff.screen_text();
    EXPECT_TRUE(staff.shows("First answer: Yes")) << "what the donor said stays";

    ASSERT_TRUE(staff.tap("Haemoglobin"));
    ASSERT_TRUE(staff.tap("1") && staff.tap("1") && staff.tap("8") && staff.tap("Keep this value"));
    ASSERT_TRUE(staff.comes_to_show("outside the limit L13")) << staff.screen_text();
    ASSERT_TRUE(staff.tap("Haemoglobin"));
    ASSERT_TRUE(staff.tap("1") && staff.tap("2") && staff.tap("4") && staff.tap("Keep this value"));
    ASSERT_TRUE(support::eventually([&] {
        return staff.is_on("review") && !staff.shows("outside the limit");
    })) << staff.screen_text();

    ASSERT_TRUE(staff.tap("Decide and sign"));
    ASSERT_TRUE(staff.tap("blood_0") && staff.tap("platelets_3"));
    ASSERT_TRUE(staff.tap("blood_1")) << "a change of mind";
    ASSERT_TRUE(staff.tap("blood_0") && staff.tap("platelets_0"));
    ASSERT_TRUE(staff.tap("Sign this decision"));
    EXPECT_TRUE(staff.comes_to_show("A physician has decided")) << staff.screen_text();
    ASSERT_TRUE(staff.tap("Back"));
    EXPECT_TRUE(staff.comes_to_show("Nobody needs a look now"));

    const auto entries = entries_of(house.server());
    ASSERT_EQ(entries.size(), 4u);
    EXPECT_EQ(entries[0].before, std::vector<std::string>{"true"});
    ASSERT_TRUE(entries[3].step.decision.has_value());
    EXPECT_EQ(entries[3].step.decision->front().kind, wire::DecisionKind::may_give);
    for (const wire::ReviewEntry& entry : entries) {
        EXPECT_EQ(entry.staff, "1002");
        ASSERT_TRUE(entry.book.has_value());
        EXPECT_NE(entry.book->find('|'), std::string::npos) << "which book, and its version";
    }
}

// Terminal and server judge by the same library and the same book.
TEST(Review, NobodyHasToLookAtADonorWhoMayGive) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.lay_card("visitor");
    const std::string ticket = house.go_to_ticket(donor);
    ASSERT_EQ(ticket, "A001") << donor.screen_text();
    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(house.sign_in(staff));
    ASSERT_TRUE(staff.comes_to_offer_and_tap("Call next: A001")) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to_show("测")) << "the record is there: " << staff.screen_text();
    EXPECT_TRUE(staff.tap("Needs a look")) << staff.screen_text();
    EXPECT_TRUE(staff.comes_to_show("Nobody needs a look now")) << staff.screen_text();
}

TEST(Review, WhatIsPrivateIsInNoListAndForNoNurse) {
    HouseUnderTest house;
    AnsweringTerminal terminal(house.server());
    terminal.sends({{"Q26", questionnaire::Value(true)}}, wire::AssessedOutcome::deferred);
    const std::string question = words_of(terminal.form(), "Q26");
    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(house.sign_in(staff));
    ASSERT_TRUE(staff.comes_to_offer_and_tap("Needs a look: 1")) << staff.screen_text();
    EXPECT_TRUE(staff.comes_to_show("A physician looks at this one"));
    ASSERT_TRUE(staff.tap("A001"));
    ASSERT_TRUE(staff.comes_to("review"));
    EXPECT_FALSE(staff.shows(question));
    ASSERT_TRUE(staff.tap("Back") && staff.comes_to("reviews") && staff.tap("Back to the desk") &&
                staff.tap("Sign out"));
    ASSERT_TRUE(house.sign_in(staff, "w1", Staff::physician)) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to_offer_and_tap("Needs a look: 1"));
    EXPECT_TRUE(staff.comes_to_show("A physician looks at this one"));
    EXPECT_FALSE(staff.shows(question)) << "a list lies open";
    ASSERT_TRUE(staff.tap("A001"));
    EXPECT_TRUE(staff.comes_to_show(question)) << staff.screen_text();
}

} // namespace rexue::journeys
