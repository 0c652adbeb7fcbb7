// The first ledger: every threshold before it, at it and after it; counting; beginning anew.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/kiosk/rules/honour/people.h"

namespace rexue::honour {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const AwardLine* find_line(const AwardLedger& ledger, std::string_view ladder) {
    const auto found = std::ranges::find(ledger.lines, ladder, &AwardLine::ladder);
    return found == ledger.lines.end() ? nullptr : &*found;
}

AwardLine line_of(const Record& record, std::string_view ladder) {
    const auto ledger = ledgers_of(record).awards;
    const auto* line = find_line(ledger, ladder);
    EXPECT_NE(line, nullptr) << ladder;
    return line != nullptr ? *line : AwardLine();
}

int times(const Record& record, std::string_view rule) {
    const auto ledger = ledgers_of(record).awards;
    for (const AwardLine& line : ledger.lines) {
        const auto found = std::ranges::find(line.reached, rule, &Reached::rule);
        if (found != line.reached.end()) return found->times;
    }
    return 0;
}

Record volunteer(std::optional<double> hours, std::optional<double> years = {}) {
    Record record = somebody();
    record.volunteer_hours = hours;
    record.volunteer_years = years;
    return record;
}

Record giver_of_stem_cells(int donations, int counts = 0) {
    Record record = somebody(ones(counts));
    record.stem_cell_donations = donations;
    return record;
}

} // namespace

TEST(AwardsTest, EveryStepBeforeAtAndAfterItsThreshold) {
    struct Row {
        const char* rule;
        int at;
        Record (*who)(int);
    };
    const auto counts = [](int n) { return somebody(ones(n)); };
    const auto in_qingdao = [](int n) { return somebody(ones(n, "370200")); };
    const auto hours = [](int n) { return volunteer(n); };
    const auto in_2021 = [](int n) {
        Record record = volunteer(n);
        record.on = day("2021-12-31");
        return record;
    };
    const auto stem_cells = [](int n) { return giver_of_stem_cells(n); };
    for (const Row& row :
         {Row{"national-bronze", 20, counts}, Row{"national-silver", 30, counts},
          Row{"national-gold", 40, counts}, Row{"national-lifetime", 120, counts},
          Row{"national-star-1", 100, hours}, Row{"national-star-2", 300, hours},
          Row{"national-star-3", 600, hours}, Row{"national-star-4", 1000, hours},
          Row{"national-star-5", 1500, hours}, Row{"national-star-1-of-2009", 120, in_2021},
          Row{"national-star-2-of-2009", 240, in_2021},
          Row{"national-star-3-of-2009", 360, in_2021},
          Row{"national-star-4-of-2009", 480, in_2021},
          Row{"national-star-5-of-2009", 600, in_2021}, Row{"national-stem-cells", 1, stem_cells},
          Row{"national-stem-cells-special", 2, stem_cells}, Row{"qingdao-10", 10, in_qingdao},
          Row{"qingdao-100", 100, in_qingdao}, Row{"qingdao-200", 200, in_qingdao}}) {
        EXPECT_EQ(times(row.who(row.at - 1), row.rule), 0) << row.rule;
        EXPECT_EQ(times(row.who(row.at), row.rule), 1) << row.rule;
        EXPECT_EQ(times(row.who(row.at + 1), row.rule), 1) << row.rule;
    }
}

TEST(AwardsTest, WhereSomebodyIsAndWhatIsMissing) {
    const AwardLine line = line_of(somebody(ones(19)), "national-dedication");
    EXPECT_EQ(line.have, 19);
    EXPECT_THAT(line.reached, IsEmpty());
    ASSERT_TRUE(line.next);
    EXPECT_EQ(line.next->rule, "national-bronze");
    EXPECT_EQ(line.next->at, 20);
    EXPECT_EQ(line.next->missing, 1);
    EXPECT_TRUE(line.next->verified);
    EXPECT_NE(line.next->source.find("P31"), std::string::npos);
}

TEST(AwardsTest, NationalGoldBeginsAnewWithTheDonationAfterTheFortieth) {
    struct Row {
        int counts;
        int golds;
        double have;
        const char* next;
        bool for_life;
    };
    for (const Row& row :
         {Row{39, 0, 39, "national-gold", false}, Row{40, 1, 0, "national-bronze", false},
          Row{41, 1, 1, "national-bronze", false}, Row{79, 1, 39, "national-gold", false},
          Row{80, 2, 0, "national-bronze", false}, Row{119, 2, 39, "national-gold", false},
          Row{120, 3, 0, "national-bronze", true}, Row{160, 4, 0, "national-bronze", true}}) {
        const Record record = somebody(ones(row.counts));
        const AwardLine line = line_of(record, "national-dedication");
        EXPECT_EQ(times(record, "national-gold"), row.golds) << row.counts;
        EXPECT_EQ(line.have, row.have) << row.counts;
        EXPECT_EQ(line.next.value().rule, row.next) << row.counts;
        EXPECT_EQ(times(record, "national-lifetime"), row.for_life ? 1 : 0) << row.counts;
        EXPECT_EQ(ledgers_of(record).awards.counts, row.counts);
    }
}

TEST(AwardsTest, WhatTheFortiethDonationHoldsBeyondGoldIsNotCountedAgain) {
    auto history = ones(39);
    history.push_back(blood("2026-06-12", 400));
    history.push_back(blood("2026-06-13", 200));
    const Record record = somebody(history);
    EXPECT_EQ(times(record, "national-gold"), 1);
    EXPECT_EQ(line_of(record, "national-dedication").have, 1);
    EXPECT_EQ(ledgers_of(record).awards.counts, 42);
}

TEST(AwardsTest, TheDayIsThatOfTheDonationThatReachedIt) {
    const AwardLine line = line_of(somebody(ones(40)), "national-dedication");
    std::vector<std::string> days;
    for (const Reached& one : line.reached)
        days.push_back(base::format_date(one.since.value()));
    EXPECT_THAT(days, ElementsAre("2026-05-21", "2026-05-31", "2026-06-10"));
}

TEST(AwardsTest, TheOrderOfTheHistoryDoesNotMatter) {
    auto history = ones(40);
    std::ranges::reverse(history);
    const AwardLine line = line_of(somebody(history), "national-dedication");
    EXPECT_EQ(base::format_date(line.reached.back().since.value()), "2026-06-10");
}

TEST(AwardsTest, CountingOfVolumesAndUnits) {
    struct Row {
        Donation donation;
        double counts;
        const char* rule;
        bool verified;
    };
    for (const Row& row :
         {Row{blood("2020-01-01", 200), 1, "national-count-200", true},
          Row{blood("2020-01-01", 400), 2, "national-count-200", true},
          Row{blood("2020-01-01", 300), 1.5, "national-count-300", false},
          Row{platelets("2020-01-01", 1), 1, "national-count-platelets", true},
          Row{platelets("2020-01-01", 2), 2, "national-count-platelets", true},
          Row{platelets("2009-12-31", 1), 4, "national-count-platelets-before-2010", true},
          Row{platelets("2009-12-31", 2), 8, "national-count-platelets-before-2010", true},
          Row{platelets("2010-01-01", 1), 1, "national-count-platelets", true},
          Row{blood("2009-12-31", 400), 2, "national-count-200", true}}) {
        const AwardLedger ledger = ledgers_of(somebody({row.donation})).awards;
        EXPECT_EQ(ledger.counts, row.counts) << row.rule;
        ASSERT_EQ(ledger.counted.size(), 1u);
        EXPECT_EQ(ledger.counted[0].rule, row.rule);
        EXPECT_EQ(ledger.counted[0].counts, row.counts);
        EXPECT_EQ(ledger.counted[0].verified, row.verified) << row.rule;
    }
}

TEST(AwardsTest, ManyHalvesAddUpExactly) {
    std::vector<Donation> history;
    for (int i = 0; i < 40; ++i)
        history.push_back(blood("2020-01-01", 210)); // 1.05 each
    EXPECT_EQ(ledgers_of(somebody(history)).awards.counts, 42);
}

TEST(AwardsTest, NationalVolunteerLifetime) {
    struct Row {
        std::optional<double> hours;
        std::optional<double> years;
        int times;
    };
    for (const Row& row : {Row{2001, 11, 1}, Row{2000, 11, 0}, Row{2001, 10, 0}, Row{2001, {}, 0},
                           Row{3000, {}, 0}, Row{3001, {}, 1}, Row{{}, 11, 0}}) {
        EXPECT_EQ(times(volunteer(row.hours, row.years), "national-volunteer-lifetime"), row.times)
            << row.hours.value_or(-1) << " h, " << row.years.value_or(-1) << " years";
    }
}

TEST(AwardsTest, StemCellsWithTwentyCountsAreSpecial) {
    EXPECT_EQ(times(giver_of_stem_cells(1, 19), "national-stem-cells-special"), 0);
    EXPECT_EQ(times(giver_of_stem_cells(1, 20), "national-stem-cells-special"), 1);
    EXPECT_EQ(times(giver_of_stem_cells(0, 200), "national-stem-cells-special"), 0);
}

TEST(AwardsTest, StemCellsAskForAllCountsAlsoAfterGold) {
    EXPECT_EQ(times(giver_of_stem_cells(1, 45), "national-stem-cells-special"), 1);
}

TEST(AwardsTest, WhatIsNotKnownIsNotNought) {
    const AwardLine line = line_of(volunteer({}), "national-volunteer");
    EXPECT_FALSE(line.have);
    EXPECT_FALSE(line.next.value().missing);
    EXPECT_EQ(line.next->at, 100);
}

TEST(AwardsTest, HoursHaveNoDay) {
    const AwardLine line = line_of(volunteer(100), "national-volunteer");
    ASSERT_EQ(line.reached.size(), 1u);
    EXPECT_FALSE(line.reached[0].since);
}

TEST(AwardsTest, TheEditionIsThatOfTheAskedDay) {
    Record record = volunteer(110);
    record.on = day("2021-12-31");
    EXPECT_EQ(times(record, "national-star-1"), 0);
    record.on = day("2022-01-01");
    EXPECT_EQ(times(record, "national-star-1"), 1);
    EXPECT_EQ(times(record, "national-star-1-of-2009"), 0);
}

TEST(AwardsTest, TheLastDayOfOneEditionAndTheFirstOfTheNext) {
    Record before = volunteer(5000);
    before.on = day("2021-12-31");
    Record after = volunteer(5000);
    after.on = day("2022-01-01");
    for (const char* star : {"national-star-1", "national-star-2", "national-star-3",
                             "national-star-4", "national-star-5"}) {
        EXPECT_EQ(times(before, star), 0) << star;
        EXPECT_EQ(times(after, star), 1) << star;
        EXPECT_EQ(times(before, std::string(star) + "-of-2009"), 1) << star;
        EXPECT_EQ(times(after, std::string(star) + "-of-2009"), 0) << star;
    }
    EXPECT_EQ(times(before, "national-volunteer-lifetime"), 0);
    EXPECT_EQ(times(after, "national-volunteer-lifetime"), 1);
}

TEST(AwardsTest, ACityCountsWhatWasGivenThere) {
    auto history = ones(9, "370200");
    for (const char* elsewhere : {"370300", "110000"})
        history.push_back(blood("2026-06-11", 200, elsewhere));
    EXPECT_EQ(line_of(somebody(history), "qingdao-donor").have, 9);
    history.push_back(blood("2026-06-12", 200, "370202")); // a district of it
    EXPECT_EQ(times(somebody(history), "qingdao-10"), 1);
}

TEST(AwardsTest, WithoutAPlaceItIsTakenForTheDonorsOwnAndRemarkedOn) {
    Record record = somebody(ones(9, "370200"));
    record.city = "370200";
    record.history.push_back(blood("2026-06-11", 400));
    record.history.push_back(blood("2026-06-12", 200, "370000")); // some city of the province
    const AwardLine line = line_of(record, "qingdao-donor");
    EXPECT_EQ(line.have, 12);
    EXPECT_EQ(line.of_unknown_place, 3);
    EXPECT_EQ(times(record, "qingdao-10"), 1);
}

TEST(AwardsTest, SomebodyOfAnotherCityIsNotGivenItsAwardsForUnknownPlaces) {
    auto history = ones(9, "370200");
    history.push_back(blood("2026-06-11", 400));
    const AwardLine line = line_of(somebody(history), "qingdao-donor");
    EXPECT_EQ(line.have, 9);
    EXPECT_FALSE(line.of_unknown_place);
}

TEST(AwardsTest, NobodyIsToldOfACityThatIsNotTheirs) {
    const auto ledger = ledgers_of(somebody(ones(12))).awards;
    EXPECT_EQ(find_line(ledger, "qingdao-donor"), nullptr);
    EXPECT_EQ(ledger.lines.front().ladder, "national-dedication");
}

} // namespace rexue::honour
