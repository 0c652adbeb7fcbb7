// The second ledger: who holds a card where, since when, where it is valid and what it gives.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/kiosk/rules/honour/people.h"

namespace rexue::honour {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::optional<CardLine> card(const Record& record, std::string_view rule) {
    const auto lines = ledgers_of(record).honour_card;
    const auto found = std::ranges::find(lines, rule, &CardLine::rule);
    return found == lines.end() ? std::nullopt : std::optional(*found);
}

bool holds(const Record& record, std::string_view rule) {
    const auto line = card(record, rule);
    return line && line->held;
}

Record of_city(const char* city, std::vector<Donation> history = {}) {
    Record record = somebody(std::move(history));
    record.city = city;
    record.province = std::string(city, 2) + "0000";
    return record;
}

Record in_guangzhou(int whole_blood, int units, std::optional<double> hours = {}) {
    Record record = of_city("440100");
    for (int i = 0; i < whole_blood; ++i)
        record.history.push_back(blood("2024-01-01", 200, "440100"));
    if (units > 0) record.history.push_back(platelets("2024-02-01", units, "440100"));
    record.volunteer_hours = hours;
    return record;
}

} // namespace

TEST(CardsTest, ShandongCardByANationalAward) {
    EXPECT_FALSE(holds(somebody(ones(19)), "shandong-card"));
    EXPECT_TRUE(holds(somebody(ones(20)), "shandong-card"));
    EXPECT_TRUE(holds(somebody(ones(21)), "shandong-card"));
    EXPECT_TRUE(holds(somebody(ones(41)), "shandong-card")); // who has begun anew keeps it
}

TEST(CardsTest, ShandongCardSaysWhatIsMissingUpToTheAward) {
    const auto line = card(somebody(ones(17)), "shandong-card").value();
    const Need& need = line.ways.value().at(0).at(0);
    EXPECT_EQ(need.award, "national-bronze");
    EXPECT_EQ(need.have, 17);
    EXPECT_EQ(need.at_least, 20);
    EXPECT_EQ(need.missing, 3);
    EXPECT_FALSE(need.met);
    EXPECT_THAT(line.benefits, IsEmpty());
    EXPECT_FALSE(line.valid_in);
}

TEST(CardsTest, ShandongCardByVolunteeringOrStemCells) {
    Record volunteer = somebody();
    volunteer.volunteer_hours = 3000;
    EXPECT_FALSE(holds(volunteer, "shandong-card"));
    volunteer.volunteer_hours = 3001;
    EXPECT_TRUE(holds(volunteer, "shandong-card"));
    EXPECT_FALSE(card(volunteer, "shandong-card")->since); // hours have no day
    Record giver = somebody();
    giver.stem_cell_donations = 0;
    EXPECT_FALSE(holds(giver, "shandong-card"));
    giver.stem_cell_donations = 1;
    EXPECT_TRUE(holds(giver, "shandong-card"));
    EXPECT_EQ(card(giver, "shandong-card")->because.value().at(0).award, "national-stem-cells");
}

TEST(CardsTest, ShandongCardIsValidEverywhereSinceMay2025) {
    Record record = somebody();
    for (int i = 0; i < 10; ++i)
        record.history.push_back(blood("2020-01-01", 400));
    record.on = day("2025-04-30");
    auto before = card(record, "shandong-card")->valid_in.value();
    EXPECT_EQ(before.rule, "shandong-valid-in-city");
    EXPECT_EQ(before.place, "370300");
    EXPECT_FALSE(before.verified);
    record.on = day("2025-05-01");
    auto after = card(record, "shandong-card")->valid_in.value();
    EXPECT_EQ(after.rule, "shandong-valid-everywhere");
    EXPECT_EQ(after.place, "370000");
    EXPECT_TRUE(after.verified);
}

TEST(CardsTest, SinceTheDayOfTheDonationThatEarnedIt) {
    EXPECT_EQ(card(somebody(ones(25)), "shandong-card")->since, day("2026-06-05"));
}

TEST(CardsTest, NoCardIsOlderThanItsRule) {
    Record record = of_city("330100");
    for (int i = 0; i < 10; ++i)
        record.history.push_back(blood("2010-01-01", 400, "330100"));
    EXPECT_EQ(card(record, "zhejiang-card")->since, day("2014-01-01"));
    record.on = day("2013-12-31");
    EXPECT_FALSE(card(record, "zhejiang-card"));
}

TEST(CardsTest, ShandongCardGivesTheBenefitsOfCityAndProvince) {
    EXPECT_THAT(
        card(somebody(ones(20)), "shandong-card")->benefits,
        testing::UnorderedElementsAre("zibo-buses", "zibo-sights", "zibo-clinics",
                                      "shandong-transport", "shandong-sights", "shandong-clinic"));
}

TEST(CardsTest, QingdaoCardByTwentyCountsThere) {
    EXPECT_FALSE(holds(of_city("370200", ones(19, "370200")), "qingdao-card"));
    EXPECT_TRUE(holds(of_city("370200", ones(20, "370200")), "qingdao-card"));
    EXPECT_TRUE(holds(of_city("370200", ones(21, "370200")), "qingdao-card"));
    const auto line = card(of_city("370200", ones(20, "370200")), "qingdao-card").value();
    EXPECT_EQ(line.because.value().at(0).measure, Measure::counts);
    EXPECT_EQ(line.because->at(0).at_least, 20);
    EXPECT_EQ(line.lasts, Lasts::for_life);
    EXPECT_EQ(line.holder_only, true);
    EXPECT_EQ(line.valid_in->rule, "qingdao-valid-everywhere");
    EXPECT_EQ(line.valid_in->place, "370000");
    Record before = of_city("370200", ones(20, "370200"));
    before.on = day("2025-04-30");
    EXPECT_EQ(card(before, "qingdao-card")->valid_in->place, "370200");
    EXPECT_THAT(line.benefits, Contains("qingdao-checkup"));
}

TEST(CardsTest, QingdaoCardByANationalAwardFromAnywhere) {
    EXPECT_FALSE(holds(of_city("370200", ones(19, "110000")), "qingdao-card"));
    EXPECT_TRUE(holds(of_city("370200", ones(20, "110000")), "qingdao-card"));
}

// A paper card names one card; what that counts as is its holder's, too.
TEST(CardsTest, ACardCountsAsThoseItsHolderHasAnyway) {
    const auto all = [](const char* held, const char* on) {
        return shipped().with_what_counts({held}, day(on));
    };
    EXPECT_THAT(all("qingdao-card", "2025-04-30"), ElementsAre("qingdao-card"));
    EXPECT_THAT(all("qingdao-card", "2025-05-01"), ElementsAre("qingdao-card", "shandong-card"));
    EXPECT_THAT(all("guangzhou-tier-3", "2026-06-14"),
                ElementsAre("guangzhou-tier-3", "guangzhou-tier-2", "guangzhou-tier-1"));
    EXPECT_THAT(all("national-gold", "2026-06-14"), ElementsAre("national-gold"));
    const auto in_zibo = shipped().catalogue().benefits_for(all("qingdao-card", "2026-06-14"),
                                                            "370300", day("2026-06-14"));
    EXPECT_TRUE(std::ranges::any_of(
        in_zibo, [](const Offered& one) { return one.benefit->id == "zibo-buses"; }));
}

TEST(CardsTest, TaianCardForRareGroups) {
    Record record = of_city("370900");
    EXPECT_FALSE(holds(record, "taian-card"));
    record.rare_group = false;
    EXPECT_FALSE(holds(record, "taian-card"));
    record.rare_group = true;
    EXPECT_TRUE(holds(record, "taian-card"));
    EXPECT_FALSE(holds(record, "shandong-card"));
    EXPECT_EQ(card(record, "taian-card")->valid_in->rule, "taian-valid");
    EXPECT_THAT(card(record, "taian-card")->benefits, ElementsAre("taian-checkup"));
    record.on = day("2025-04-30");
    EXPECT_EQ(card(record, "taian-card")->valid_in->rule, "taian-valid-in-city");
}

TEST(CardsTest, GuangzhouTiersByBloodOrCountsOrHours) {
    struct Row {
        const char* rule;
        int whole_blood;
        int counts;
        int hours;
    };
    for (const Row& row :
         {Row{"guangzhou-tier-1", 10, 20, 480}, Row{"guangzhou-tier-2", 20, 30, 600},
          Row{"guangzhou-tier-3", 30, 40, 3000}}) {
        EXPECT_FALSE(holds(in_guangzhou(row.whole_blood - 1, 0), row.rule)) << row.rule;
        EXPECT_TRUE(holds(in_guangzhou(row.whole_blood, 0), row.rule)) << row.rule;
        EXPECT_FALSE(holds(in_guangzhou(0, row.counts - 1), row.rule)) << row.rule;
        EXPECT_TRUE(holds(in_guangzhou(0, row.counts), row.rule)) << row.rule;
        EXPECT_FALSE(holds(in_guangzhou(0, 0, row.hours - 1), row.rule)) << row.rule;
        EXPECT_TRUE(holds(in_guangzhou(0, 0, row.hours), row.rule)) << row.rule;
        EXPECT_TRUE(holds(in_guangzhou(0, 0, row.hours + 1), row.rule)) << row.rule;
        const auto line = card(in_guangzhou(0, 0, row.hours), row.rule).value();
        EXPECT_EQ(line.valid_in->rule, std::string(row.rule) + "-valid");
    }
}

TEST(CardsTest, EachRuleFromItsFirstDayOn) {
    struct Row {
        const char* rule;
        const char* city;
        const char* before;
        const char* first_day;
    };
    for (const Row& row : {Row{"guangzhou-tier-1", "440100", "2021-04-30", "2021-05-01"},
                           Row{"guangzhou-tier-2", "440100", "2021-04-30", "2021-05-01"},
                           Row{"guangzhou-tier-3", "440100", "2021-04-30", "2021-05-01"},
                           Row{"zhejiang-card", "330100", "2013-12-31", "2014-01-01"},
                           Row{"qingdao-card", "370200", "2019-12-31", "2020-01-01"}}) {
        Record record = of_city(row.city);
        for (int i = 0; i < 30; ++i)
            record.history.push_back(blood("2012-01-01", 400, row.city));
        record.on = day(row.before);
        EXPECT_FALSE(card(record, row.rule)) << row.rule;
        record.on = day(row.first_day);
        ASSERT_TRUE(holds(record, row.rule)) << row.rule;
        EXPECT_TRUE(card(record, row.rule)->valid_in) << row.rule;
    }
}

TEST(CardsTest, TaianCardFromMay2025) {
    Record record = of_city("370900");
    record.rare_group = true;
    record.on = day("2025-05-01");
    EXPECT_EQ(card(record, "taian-card")->valid_in.value().rule, "taian-valid");
}

TEST(CardsTest, EachGuangzhouTierGivesItsOwn) {
    const Record second = in_guangzhou(20, 0);
    EXPECT_THAT(card(second, "guangzhou-tier-1")->benefits, ElementsAre("guangzhou-sights"));
    EXPECT_THAT(card(second, "guangzhou-tier-2")->benefits,
                ElementsAre("guangzhou-clinic", "guangzhou-care"));
    EXPECT_THAT(card(second, "guangzhou-tier-3")->benefits, IsEmpty());
}

TEST(CardsTest, ZhejiangCardByTwentyCountsInTheProvince) {
    EXPECT_FALSE(holds(of_city("330200", ones(19, "330100")), "zhejiang-card"));
    EXPECT_TRUE(holds(of_city("330200", ones(20, "330100")), "zhejiang-card"));
    const auto missing = card(of_city("330200", ones(19, "330100")), "zhejiang-card").value();
    EXPECT_EQ(missing.ways.value().at(1).at(0).missing, 1);
    const auto line = card(of_city("330200", ones(20, "330100")), "zhejiang-card").value();
    EXPECT_EQ(line.valid_in->rule, "zhejiang-valid");
    EXPECT_THAT(line.benefits,
                ElementsAre("zhejiang-transport", "zhejiang-sights", "zhejiang-clinic"));
}

TEST(CardsTest, CountsWithoutAPlaceAreRemarkedOnWhereThePlaceMatters) {
    auto history = ones(18, "370200");
    history.push_back(blood("2026-06-11", 400));
    EXPECT_EQ(card(of_city("370200", history), "qingdao-card")->of_unknown_place, 2);
    EXPECT_FALSE(card(of_city("370200", history), "shandong-card")->of_unknown_place);
}

TEST(CardsTest, ACardOfAnotherCityIsShownToWhoHasEarnedItThere) {
    const auto lines = ledgers_of(somebody(ones(20, "370200"))).honour_card;
    std::vector<std::string> rules;
    for (const CardLine& line : lines)
        rules.push_back(line.rule);
    EXPECT_THAT(rules, Contains("qingdao-card"));
    EXPECT_THAT(rules, Not(Contains("zhejiang-card")));
    EXPECT_THAT(card(somebody(ones(20, "370200")), "qingdao-card")->benefits, IsEmpty());
}

} // namespace rexue::honour
