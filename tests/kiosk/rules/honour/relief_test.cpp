// The third ledger: what blood costs nothing, for the donor and the family, and what is left.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/kiosk/rules/honour/people.h"

namespace rexue::honour {
namespace {

Record of_province(const char* province, std::vector<Donation> history) {
    Record record = somebody(std::move(history));
    record.province = province;
    record.city.reset();
    return record;
}

Record in_shandong(std::vector<Donation> history) {
    return of_province("370000", std::move(history));
}

ReliefLine line_of(const Record& record, Whom whom) {
    const auto ledger = ledgers_of(record).fee_relief;
    const auto found = std::ranges::find(ledger.lines, whom, &ReliefLine::whom);
    EXPECT_NE(found, ledger.lines.end());
    return found == ledger.lines.end() ? ReliefLine() : *found;
}

ReliefLine donor(const Record& record) {
    return line_of(record, Whom::donor);
}

ReliefLine family(const Record& record) {
    return line_of(record, Whom::family);
}

std::string rule(const ReliefLine& line) {
    return line.rule.value_or("none");
}

} // namespace

TEST(ReliefTest, TheThreeLedgersOfOneHistoryDiffer) {
    const Record record = in_shandong({blood("2024-06-01", 400), platelets("2025-06-01", 2)});
    const Ledgers ledgers = ledgers_of(record);
    EXPECT_EQ(ledgers.awards.counts, 4);
    EXPECT_EQ(ledgers.fee_relief.volume_ml, 2000);
    EXPECT_EQ(ledgers.fee_relief.platelets.value().rule, "shandong-platelets");
    EXPECT_EQ(ledgers.fee_relief.platelets->ml, 1600);
    EXPECT_EQ(ledgers.fee_relief.platelets->units, 2);
    EXPECT_TRUE(ledgers.fee_relief.platelets->verified);
    EXPECT_EQ(rule(donor(record)), "shandong-donor-1000");
    EXPECT_EQ(family(record).entitled_ml, 2000);
}

TEST(ReliefTest, ShandongDonorIsUnlimitedFromOneLitre) {
    struct Row {
        std::vector<Donation> history;
        const char* rule;
        Gives gives;
    };
    for (const Row& row :
         {Row{{blood("2024-01-01", 400), blood("2024-09-01", 400)}, "shandong-donor", Gives::times},
          Row{{blood("2024-01-01", 400), blood("2024-09-01", 599)}, "shandong-donor", Gives::times},
          Row{{blood("2024-01-01", 400), blood("2024-09-01", 600)},
              "shandong-donor-1000",
              Gives::unlimited},
          Row{{blood("2024-01-01", 400), blood("2024-09-01", 601)},
              "shandong-donor-1000",
              Gives::unlimited},
          Row{{}, "none", Gives::nothing}}) {
        const ReliefLine line = donor(in_shandong(row.history));
        EXPECT_EQ(rule(line), row.rule);
        EXPECT_EQ(line.gives, row.gives);
    }
}

TEST(ReliefTest, ShandongDonorHasFiveTimesForFiveYearsThenTheSame) {
    Record record = in_shandong({blood("2020-06-14", 400)});
    record.on = day("2025-06-13");
    EXPECT_EQ(donor(record).entitled_ml, 2000);
    record.on = day("2025-06-14"); // the corresponding day is the last one
    EXPECT_EQ(donor(record).entitled_ml, 2000);
    EXPECT_EQ(donor(record).falls_on, day("2025-06-15"));
    EXPECT_EQ(donor(record).falls_to_ml, 400);
    record.on = day("2025-06-15");
    EXPECT_EQ(donor(record).entitled_ml, 400);
    EXPECT_FALSE(donor(record).falls_on);
}

TEST(ReliefTest, FiveYearsFromALeapDayEndOnTheLastOfFebruary) {
    Record record = in_shandong({blood("2020-02-29", 200)});
    record.on = day("2025-02-28");
    EXPECT_EQ(donor(record).entitled_ml, 1000);
    record.on = day("2025-03-01");
    EXPECT_EQ(donor(record).entitled_ml, 200);
}

TEST(ReliefTest, EachDonationHasYearsOfItsOwn) {
    Record record = in_shandong({blood("2020-01-01", 400), blood("2024-06-01", 200)});
    EXPECT_EQ(donor(record).entitled_ml, 400 + 5 * 200);
    EXPECT_EQ(donor(record).next.value().rule, "shandong-donor-1000");
    EXPECT_EQ(donor(record).next->missing, 400);
}

TEST(ReliefTest, ShandongFamilyHasAsMuchAsWasGivenBesideTheDonorsOwn) {
    Record record = in_shandong({blood("2024-01-01", 400)});
    record.relief_used = ReliefUsed{.donor_ml = 1500, .family_ml = 100};
    EXPECT_EQ(rule(family(record)), "shandong-family");
    EXPECT_EQ(family(record).entitled_ml, 400);
    EXPECT_EQ(family(record).left_ml, 300);
    EXPECT_EQ(donor(record).entitled_ml, 2000);
    EXPECT_EQ(donor(record).left_ml, 500);
}

TEST(ReliefTest, WhatIsLeftIsNeverBelowNothingAndUnknownWithoutWhatWasUsed) {
    Record record = in_shandong({blood("2024-01-01", 200)});
    EXPECT_FALSE(family(record).left_ml);
    EXPECT_FALSE(family(record).used_ml);
    record.relief_used = ReliefUsed{.donor_ml = {}, .family_ml = 201};
    EXPECT_EQ(family(record).left_ml, 0);
    EXPECT_FALSE(donor(record).left_ml);
}

TEST(ReliefTest, ShandongAddsUpItsOwnStations) {
    const auto ledger =
        ledgers_of(in_shandong({blood("2024-01-01", 400, "370200"),
                                blood("2024-09-01", 400, "110000"), blood("2025-06-01", 300)}))
            .fee_relief;
    EXPECT_EQ(ledger.volume_ml, 700);
    EXPECT_EQ(ledger.of_unknown_place_ml, 300);
}

TEST(ReliefTest, ShandongsRulesAreOfMarch2024) {
    Record record = in_shandong({blood("2020-01-01", 400)});
    record.on = day("2024-03-01");
    EXPECT_EQ(ledgers_of(record).fee_relief.book, "shandong-relief");
    record.on = day("2024-02-29");
    EXPECT_FALSE(ledgers_of(record).fee_relief.book);
    EXPECT_TRUE(ledgers_of(record).fee_relief.lines.empty());
}

TEST(ReliefTest, ZhejiangDonorIsUnlimitedFrom400OrByPlateletsStemCellsOrARareGroup) {
    const auto in_zhejiang = [](std::vector<Donation> history) {
        return of_province("330000", std::move(history));
    };
    EXPECT_EQ(rule(donor(in_zhejiang({blood("2024-01-01", 399)}))), "zhejiang-donor");
    EXPECT_EQ(donor(in_zhejiang({blood("2024-01-01", 300)})).entitled_ml, 1500);
    EXPECT_EQ(rule(donor(in_zhejiang({blood("2024-01-01", 400)}))), "zhejiang-donor-400");
    EXPECT_EQ(rule(donor(in_zhejiang({blood("2024-01-01", 401)}))), "zhejiang-donor-400");
    const Record by_platelets = in_zhejiang({platelets("2024-01-01", 1)});
    EXPECT_EQ(rule(donor(by_platelets)), "zhejiang-donor-400");
    EXPECT_EQ(ledgers_of(by_platelets).fee_relief.uncounted_units, 1);
    Record by_stem_cells = in_zhejiang({});
    EXPECT_EQ(rule(donor(by_stem_cells)), "none");
    by_stem_cells.stem_cell_donations = 1;
    EXPECT_EQ(rule(donor(by_stem_cells)), "zhejiang-donor-400");
    Record rare = in_zhejiang({blood("2024-01-01", 200)});
    rare.rare_group = true;
    EXPECT_EQ(rule(donor(rare)), "zhejiang-donor-400");
    rare.history.clear();
    EXPECT_EQ(rule(donor(rare)), "none"); // nothing was given
    rare.history.push_back(blood("2024-01-01", 1));
    EXPECT_EQ(rule(donor(rare)), "zhejiang-donor-400");
    rare.rare_group = false;
    rare.stem_cell_donations = 0;
    EXPECT_EQ(rule(donor(rare)), "zhejiang-donor");
}

TEST(ReliefTest, ZhejiangGivesLessAfterFiveYears) {
    Record record = of_province("330000", {blood("2020-06-14", 300)});
    record.on = day("2025-06-14");
    EXPECT_EQ(donor(record).entitled_ml, 1500);
    EXPECT_EQ(family(record).entitled_ml, 600);
    record.on = day("2025-06-15");
    EXPECT_EQ(donor(record).entitled_ml, 300);
    EXPECT_EQ(family(record).entitled_ml, 300);
    for (int i = 0; i < 20; ++i)
        record.history.push_back(blood("2020-06-14", 400));
    EXPECT_EQ(rule(family(record)), "zhejiang-family-gold");
    EXPECT_EQ(family(record).entitled_ml, 8300);
    record.on = day("2025-06-14");
    EXPECT_EQ(family(record).entitled_ml, 16600);
}

TEST(ReliefTest, AnyVolumeIsSome) {
    for (const char* province : {"370000", "330000"}) {
        const Record record = of_province(province, {blood("2026-01-01", 1)});
        EXPECT_EQ(donor(record).entitled_ml, 5) << province;
        EXPECT_TRUE(family(record).rule) << province;
        EXPECT_FALSE(family(of_province(province, {})).rule) << province;
    }
}

TEST(ReliefTest, ZhejiangFamilyIsWiderFromEightLitres) {
    const auto given = [](int ml) {
        std::vector<Donation> history(static_cast<size_t>(ml / 400), blood("2024-01-01", 400));
        if (ml % 400 != 0) history.push_back(blood("2024-01-01", ml % 400));
        return of_province("330000", history);
    };
    EXPECT_EQ(rule(family(given(7999))), "zhejiang-family");
    EXPECT_EQ(family(given(7999)).relations->size(), 3u);
    EXPECT_EQ(family(given(7999)).next.value().missing, 1);
    EXPECT_FALSE(family(given(7999)).verified.value());
    EXPECT_EQ(rule(family(given(8000))), "zhejiang-family-gold");
    EXPECT_EQ(family(given(8000)).relations->size(), 6u);
    EXPECT_EQ(family(given(8000)).entitled_ml, 16000);
    EXPECT_EQ(rule(family(given(8001))), "zhejiang-family-gold");
}

TEST(ReliefTest, GuangdongDonorIsUnlimitedFrom200) {
    EXPECT_EQ(rule(donor(of_province("440000", {blood("2024-01-01", 199)}))), "none");
    const ReliefLine line = donor(of_province("440000", {blood("2024-01-01", 200)}));
    EXPECT_EQ(rule(line), "guangdong-donor-200");
    EXPECT_EQ(line.gives, Gives::unlimited);
    EXPECT_TRUE(line.remark); // when the blood has passed its tests
    EXPECT_EQ(rule(donor(of_province("440000", {blood("2024-01-01", 201)}))),
              "guangdong-donor-200");
}

TEST(ReliefTest, GuangdongFamilyHasADateOf2018) {
    struct Row {
        std::vector<Donation> history;
        const char* rule;
        std::optional<int64_t> entitled_ml;
    };
    for (const Row& row :
         {Row{{blood("2017-01-01", 400), blood("2018-02-28", 199)}, "none", 0},
          Row{{blood("2017-01-01", 400), blood("2018-02-28", 200)},
              "guangdong-family-before-2018",
              {}},
          Row{{blood("2017-01-01", 400), blood("2018-02-28", 201)},
              "guangdong-family-before-2018",
              {}},
          Row{{blood("2017-01-01", 400), blood("2018-03-01", 200)}, "guangdong-family-600", 1200},
          Row{{blood("2019-01-01", 400), blood("2020-01-01", 199)}, "none", 0},
          Row{{blood("2019-01-01", 400), blood("2020-01-01", 200)}, "guangdong-family-600", 1200},
          Row{{blood("2019-01-01", 400), blood("2020-01-01", 201)}, "guangdong-family-600", 1202},
          Row{{blood("2019-01-01", 400), blood("2020-01-01", 600)}, "guangdong-family-600", 2000},
          Row{{blood("2019-01-01", 400), blood("2020-01-01", 601)}, "guangdong-family-1000", {}}}) {
        const ReliefLine line = family(of_province("440000", row.history));
        EXPECT_EQ(rule(line), row.rule);
        EXPECT_EQ(line.entitled_ml, row.entitled_ml) << row.rule;
    }
}

TEST(ReliefTest, ADayThatHasPassedIsNoNextThreshold) {
    const ReliefLine line = family(of_province("440000", {blood("2024-01-01", 400)}));
    EXPECT_EQ(line.next.value().rule, "guangdong-family-600");
    EXPECT_EQ(line.next->missing, 200);
    const ReliefLine higher =
        family(of_province("440000", {blood("2024-01-01", 400), blood("2025-01-01", 400)}));
    EXPECT_EQ(higher.next.value().rule, "guangdong-family-1000");
    EXPECT_TRUE(higher.next->ways); // "more than" has no figure that is enough
}

TEST(ReliefTest, AProvinceWhoseRulesAreNotKnownHasNone) {
    const auto ledger = ledgers_of(of_province("510000", {blood("2024-01-01", 400)})).fee_relief;
    EXPECT_FALSE(ledger.book);
    EXPECT_TRUE(ledger.lines.empty());
}

} // namespace rexue::honour
