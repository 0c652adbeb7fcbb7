// M01: what a physician decided at an earlier visit binds, by type and to the day.
#include <gtest/gtest.h>

#include "tests/kiosk/rules/donation/books.h"

namespace rexue::donation {
namespace {

Inquiry deferred(DonationType type, std::optional<base::Date> until) {
    Inquiry inquiry = a_donor();
    inquiry.deferrals = {{.type = type, .until = until}};
    return inquiry;
}

TEST(AnEarlierDecision, BarsItsTypeUntilItsDay) {
    for (const Rulebook* book : {&book_of_2011(), &draft_book()}) {
        struct Row {
            base::Date until;
            Outcome outcome;
            std::string reasons;
            std::string earliest;
        };
        for (const Row& row : {Row{plus(today, -1), Outcome::eligible, "", "2026-06-15"},
                               Row{today, Outcome::eligible, "", "2026-06-15"},
                               Row{plus(today, 1), Outcome::deferred, "M01", "2026-06-16"},
                               Row{2028y / 2 / 29, Outcome::deferred, "M01", "2028-02-29"}}) {
            const auto inquiry = deferred(whole_blood, row.until);
            const auto blood = ask(*book, inquiry, whole_blood);
            EXPECT_EQ(blood.outcome, row.outcome) << day(row.until);
            EXPECT_EQ(reasons(blood), row.reasons) << day(row.until);
            EXPECT_EQ(day(blood.earliest), row.earliest);
            EXPECT_EQ(ask(*book, inquiry, platelets).outcome, Outcome::eligible);
        }
    }
}

TEST(AnEarlierDecision, OfALaterRuleTheLaterDayCounts) {
    Inquiry inquiry = deferred(whole_blood, plus(today, 30));
    inquiry.history = {
        {.date = today, .type = whole_blood, .ml = {}, .units = {}, .special_match = {}}};
    const auto found = ask(book_of_2011(), inquiry, whole_blood);
    EXPECT_EQ(reasons(found), "N01 M01");
    EXPECT_EQ(day(found.earliest), "2026-12-15");
}

TEST(AnEarlierDecision, WithoutADayIsForStaff) {
    const auto found = ask(book_of_2011(), deferred(platelets, std::nullopt), platelets);
    EXPECT_EQ(found.outcome, Outcome::refer);
    EXPECT_EQ(found.earliest, std::nullopt);
    EXPECT_EQ(reasons(found), "M01");
}

// Why was told face to face; the words say no more than that there is a day.
TEST(AnEarlierDecision, IsWordedForTheDonorWithoutItsReason) {
    const auto found = ask(book_of_2011(), deferred(whole_blood, plus(today, 30)), whole_blood);
    EXPECT_EQ(donor_view(book_of_2011(), found), found);
    EXPECT_EQ(book_of_2011().reason_words(book_of_2011().earlier_decision(), "en"),
              "At an earlier visit the physician asked you to wait for a while.");
}

TEST(AnEarlierDecision, IsNeverAnAnswerAndHasAPossibleDay) {
    Inquiry answered = a_donor();
    answered.answers = {{.rule = "M01", .date = {}, .from = {}, .of = {}}};
    EXPECT_EQ(check(answered, book_of_2011()).error().detail.substr(0, 15), "/answers/0/rule");
    const auto late = deferred(whole_blood, base::Date(3000y / 1 / 1));
    EXPECT_EQ(check(late, book_of_2011()).error().detail.substr(0, 18), "/deferrals/0/until");
}

} // namespace
} // namespace rexue::donation
