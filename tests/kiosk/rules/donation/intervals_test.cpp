// N01–N05 by pair, from all records: the day before, the day, the day after.
#include <gtest/gtest.h>

#include "tests/kiosk/rules/donation/books.h"

namespace rexue::donation {
namespace {

PastDonation gave(DonationType type, base::Date date) {
    return {.date = date, .type = type, .ml = {}, .units = {}, .special_match = {}};
}

Inquiry with_history(std::vector<PastDonation> history, base::Date on = today) {
    Inquiry inquiry = a_donor(on);
    inquiry.history = std::move(history);
    return inquiry;
}

enum class Approval { none, special_match };

struct PairRow {
    const char* rule;
    DonationType earlier;
    DonationType later;
    base::Date gave;
    base::Date free;
    Approval approval = Approval::none;
};

const PairRow rows_of_2011[] = {
    {"N01", whole_blood, whole_blood, 2025y / 12 / 15, 2026y / 6 / 15},
    {"N01", whole_blood, whole_blood, 2025y / 8 / 31, 2026y / 2 / 28},
    {"N01", whole_blood, whole_blood, 2023y / 8 / 31, 2024y / 2 / 29},
    {"N01", whole_blood, whole_blood, 2024y / 2 / 29, 2024y / 8 / 29},
    {"N02", platelets, platelets, 2026y / 6 / 1, 2026y / 6 / 15},
    {"N02", platelets, platelets, 2024y / 2 / 15, 2024y / 2 / 29},
    {"N03", platelets, platelets, 2026y / 6 / 8, 2026y / 6 / 15, Approval::special_match},
    {"N04", platelets, whole_blood, 2026y / 5 / 18, 2026y / 6 / 15},
    {"N04", platelets, whole_blood, 2026y / 5 / 18, 2026y / 6 / 15, Approval::special_match},
    {"N05", whole_blood, platelets, 2026y / 3 / 15, 2026y / 6 / 15},
    {"N05", whole_blood, platelets, 2025y / 11 / 30, 2026y / 2 / 28},
    {"N05", whole_blood, platelets, 2026y / 3 / 15, 2026y / 6 / 15, Approval::special_match},
};
const PairRow rows_of_the_draft[] = {
    {"N01", whole_blood, whole_blood, 2026y / 3 / 17, 2026y / 6 / 15},
    {"N02", platelets, platelets, 2026y / 6 / 1, 2026y / 6 / 15},
    {"N03", platelets, platelets, 2026y / 6 / 8, 2026y / 6 / 15, Approval::special_match},
    {"N04", platelets, whole_blood, 2026y / 5 / 18, 2026y / 6 / 15},
    {"N05", whole_blood, platelets, 2026y / 3 / 15, 2026y / 6 / 15},
};

void expect_row(const Rulebook& book, const PairRow& row) {
    for (const int days : {-1, 0, 1}) {
        Inquiry inquiry = with_history({gave(row.earlier, row.gave)}, plus(row.free, days));
        inquiry.special_match = row.approval == Approval::special_match;
        const Assessment found = ask(book, inquiry, row.later);
        EXPECT_EQ(reasons(found), days < 0 ? row.rule : "") << row.rule << ' ' << days;
        EXPECT_EQ(found.earliest, plus(row.free, std::max(days, 0))) << row.rule << ' ' << days;
    }
}

template <typename Rows>
void expect_every_interval(const Rulebook& book, const Rows& rows) {
    for (const PairRow& row : rows)
        expect_row(book, row);
    for (const Rule& rule : book.rules()) {
        if (rule.kind != Kind::interval) continue;
        EXPECT_TRUE(
            std::ranges::any_of(rows, [&](const PairRow& row) { return rule.id == row.rule; }))
            << rule.id << " has no row";
    }
}

TEST(Intervals, OfTheBookInForce) {
    expect_every_interval(book_of_2011(), rows_of_2011);
}

TEST(Intervals, OfTheDraft) {
    expect_every_interval(draft_book(), rows_of_the_draft);
}

TEST(Intervals, ADonorWhoIsBlockedForWholeBloodMayGivePlatelets) {
    const Inquiry inquiry = with_history({gave(whole_blood, 2026y / 2 / 1)});
    const auto both = assess(book_of_2011(), inquiry);
    ASSERT_TRUE(both.has_value());
    EXPECT_EQ((*both)[0].type, whole_blood);
    EXPECT_EQ((*both)[0].outcome, Outcome::deferred);
    EXPECT_EQ(day((*both)[0].earliest), "2026-08-01");
    EXPECT_EQ((*both)[1].type, platelets);
    EXPECT_EQ((*both)[1].outcome, Outcome::eligible);
}

TEST(Intervals, EveryRecordCountsNotTheLastAlone) {
    // The whole blood before the platelets is what bars longest; the order of records is nothing.
    const Inquiry inquiry =
        with_history({gave(platelets, 2026y / 5 / 20), gave(whole_blood, 2026y / 2 / 10)});
    const Assessment whole = ask(book_of_2011(), inquiry, whole_blood);
    EXPECT_EQ(reasons(whole), "N01 N04");
    EXPECT_EQ(day(whole.earliest), "2026-08-10");
    EXPECT_EQ(day(whole.reasons[1].until), "2026-06-17");
    EXPECT_EQ(reasons(ask(book_of_2011(), inquiry, platelets)), "");
}

TEST(Intervals, TodaysDonationBarsToday) {
    const Inquiry inquiry = with_history({gave(platelets, today)});
    EXPECT_EQ(day(ask(book_of_2011(), inquiry, platelets).earliest), "2026-06-29");
    EXPECT_EQ(day(ask(book_of_2011(), inquiry, whole_blood).earliest), "2026-07-13");
}

TEST(SpecialMatch, NeedsAnApprovalForThisDonationOrAfterThatOne) {
    Inquiry inquiry = with_history({gave(platelets, 2026y / 6 / 5)});
    EXPECT_EQ(reasons(ask(book_of_2011(), inquiry, platelets)), "N02");
    inquiry.special_match = true;
    EXPECT_EQ(reasons(ask(book_of_2011(), inquiry, platelets)), "");
    inquiry.special_match.reset();
    inquiry.history[0].special_match = true;
    EXPECT_EQ(reasons(ask(book_of_2011(), inquiry, platelets)), "");
    // Approved after the older one alone: the newer one has its two weeks.
    inquiry.history.push_back(gave(platelets, 2026y / 6 / 7));
    EXPECT_EQ(reasons(ask(book_of_2011(), inquiry, platelets)), "N02");
    inquiry.history[1].special_match = false;
    EXPECT_EQ(reasons(ask(book_of_2011(), inquiry, platelets)), "N02");
}

// Every 15 days, the last one 20 days ago.
std::vector<PastDonation> many_platelets(int count) {
    std::vector<PastDonation> history;
    for (int i = 0; i < count; ++i)
        history.push_back(gave(platelets, plus(today, -20 - 15 * i)));
    return history;
}

TEST(TwentyFourAYear, TheTwentyFifthWaitsUntilTheTwentyFourthLastIsAYearAgo) {
    EXPECT_EQ(reasons(ask(book_of_2011(), with_history(many_platelets(23)), platelets)), "");
    const auto history = many_platelets(24);
    const base::Date oldest = history.back().date;
    EXPECT_EQ(oldest, 2025y / 6 / 15);
    const base::Date free = 2026y / 6 / 15;
    EXPECT_EQ(reasons(ask(book_of_2011(), with_history(history, plus(free, -1)), platelets)),
              "N02");
    EXPECT_EQ(day(ask(book_of_2011(), with_history(history, plus(free, -1)), platelets).earliest),
              "2026-06-15");
    EXPECT_EQ(reasons(ask(book_of_2011(), with_history(history, free), platelets)), "");
    EXPECT_EQ(reasons(ask(book_of_2011(), with_history(history, plus(free, 1)), platelets)), "");
    // Whole blood has no such limit.
    EXPECT_EQ(reasons(ask(book_of_2011(), with_history(history, plus(free, 10)), whole_blood)), "");
}

TEST(TwentyFourAYear, HoldsForASpecialMatchTooAndTwoOnADayAreTwo) {
    auto history = many_platelets(23);
    history.push_back(history.front());
    Inquiry inquiry = with_history(history);
    const Assessment found = ask(book_of_2011(), inquiry, platelets);
    EXPECT_EQ(reasons(found), "N02");
    EXPECT_EQ(day(found.earliest), "2026-06-30"); // of the 23rd last record, now the 24th
    inquiry.special_match = true;
    EXPECT_EQ(reasons(ask(book_of_2011(), inquiry, platelets)), "N02");
}

TEST(TwentyFourAYear, WholeBloodDoesNotCount) {
    auto history = many_platelets(23);
    history.push_back(gave(whole_blood, plus(today, -200)));
    EXPECT_EQ(reasons(ask(book_of_2011(), with_history(history), platelets)), "");
}

} // namespace
} // namespace rexue::donation
