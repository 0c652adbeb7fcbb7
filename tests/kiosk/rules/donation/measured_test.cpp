// L04–L09, L13–L17 at their edges, and V01–V03: what may be offered.
#include "kiosk/rules/donation/measured.h"

#include <gtest/gtest.h>

#include "kiosk/rules/donation/station_settings.h"
#include "tests/kiosk/rules/donation/books.h"

namespace rexue::donation {
namespace {

std::string not_met(DonationType type, Sex sex, const Measured& measured,
                    const Rulebook& book = book_of_2011()) {
    std::string ids;
    for (const NotMet& one : limits_not_met(book, type, sex, measured, today))
        ids += (ids.empty() ? "" : " ") + one.rule->id;
    return ids;
}

struct Row {
    const char* rule;
    std::optional<double> Measured::* measure;
    double value;
    bool is_met;
    Sex sex = Sex::male;
};

const Row rows[] = {
    {"L04", &Measured::weight_kg, 49.9, false},
    {"L04", &Measured::weight_kg, 50, true},
    {"L04", &Measured::weight_kg, 44.9, false, Sex::female},
    {"L04", &Measured::weight_kg, 45, true, Sex::female},
    {"L05", &Measured::systolic_mmhg, 89, false},
    {"L05", &Measured::systolic_mmhg, 90, true},
    {"L05", &Measured::systolic_mmhg, 139, true},
    {"L05", &Measured::systolic_mmhg, 140, false},
    {"L06", &Measured::diastolic_mmhg, 59, false},
    {"L06", &Measured::diastolic_mmhg, 60, true},
    {"L06", &Measured::diastolic_mmhg, 89, true},
    {"L06", &Measured::diastolic_mmhg, 90, false},
    {"L08", &Measured::pulse_per_min, 59, false},
    {"L08", &Measured::pulse_per_min, 60, true},
    {"L08", &Measured::pulse_per_min, 100, true},
    {"L08", &Measured::pulse_per_min, 101, false},
    {"L09", &Measured::temperature_c, 37.5, true},
    {"L09", &Measured::temperature_c, 37.6, false},
    {"L13", &Measured::haemoglobin_g_per_l, 119, false},
    {"L13", &Measured::haemoglobin_g_per_l, 120, true},
    {"L13", &Measured::haemoglobin_g_per_l, 114, false, Sex::female},
    {"L13", &Measured::haemoglobin_g_per_l, 115, true, Sex::female},
    {"L14", &Measured::blood_density, 1.0519, false},
    {"L14", &Measured::blood_density, 1.0520, true},
    {"L14", &Measured::blood_density, 1.0509, false, Sex::female},
    {"L14", &Measured::blood_density, 1.0510, true, Sex::female},
    {"L15", &Measured::haematocrit, 0.35, false},
    {"L15", &Measured::haematocrit, 0.36, true},
    {"L15", &Measured::platelets_e9_per_l, 149, false},
    {"L15", &Measured::platelets_e9_per_l, 150, true},
    {"L16", &Measured::platelets_e9_per_l, 449, true},
    {"L16", &Measured::platelets_e9_per_l, 450, false},
    {"L16", &Measured::platelets_after_e9_per_l, 99, false},
    {"L16", &Measured::platelets_after_e9_per_l, 100, true},
    {"L17", &Measured::alt_u_per_l, 50, true},
    {"L17", &Measured::alt_u_per_l, 51, false},
};

TEST(Measured, IsHeldAgainstItsOwnLimitAlone) {
    for (const Row& row : rows) {
        Measured measured;
        measured.*row.measure = row.value;
        EXPECT_EQ(not_met(platelets, row.sex, measured), row.is_met ? "" : row.rule)
            << row.rule << ' ' << row.value;
        const bool is_of_platelets =
            std::string_view(row.rule) == "L15" || std::string_view(row.rule) == "L16";
        EXPECT_EQ(not_met(whole_blood, row.sex, measured),
                  row.is_met || is_of_platelets ? "" : row.rule);
    }
}

TEST(Measured, L07IsTheDifferenceOfBothPressures) {
    EXPECT_EQ(not_met(whole_blood, Sex::male, {.systolic_mmhg = 109, .diastolic_mmhg = 80}), "L07");
    EXPECT_EQ(not_met(whole_blood, Sex::male, {.systolic_mmhg = 110, .diastolic_mmhg = 80}), "");
    EXPECT_EQ(not_met(whole_blood, Sex::male, {.systolic_mmhg = 111, .diastolic_mmhg = 80}), "");
    EXPECT_EQ(not_met(whole_blood, Sex::male, {.systolic_mmhg = 141, .diastolic_mmhg = 115}),
              "L05 L06 L07");
}

TEST(Measured, L08LetsAnEnduranceAthletesPulseBeSlow) {
    EXPECT_EQ(not_met(whole_blood, Sex::male, {.pulse_per_min = 50, .is_endurance_athlete = true}),
              "");
    EXPECT_EQ(not_met(whole_blood, Sex::male, {.pulse_per_min = 49, .is_endurance_athlete = true}),
              "L08");
    EXPECT_EQ(not_met(whole_blood, Sex::male, {.pulse_per_min = 101, .is_endurance_athlete = true}),
              "L08");
    EXPECT_EQ(not_met(whole_blood, Sex::male, {.pulse_per_min = 50}), "L08");
}

TEST(Measured, SaysWhichLimitsWereNotSeenInASource) {
    const auto found = limits_not_met(book_of_2011(), platelets, Sex::male,
                                      {.blood_density = 1, .platelets_e9_per_l = 100}, today);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_FALSE(found[0].rule->verified);
    EXPECT_TRUE(found[1].rule->verified);
    EXPECT_EQ(found[1].measure, Measure::platelets_e9_per_l);
    EXPECT_EQ(found[1].value, 100);
}

TEST(Measured, NothingIsNothingAgainstIt) {
    EXPECT_EQ(not_met(platelets, Sex::female, {}), "");
}

TEST(EveryLimitWithAFigure, HasARow) {
    for (const Rulebook* book : {&book_of_2011(), &draft_book()}) {
        for (const Rule& rule : book->rules()) {
            if (rule.kind != Kind::limit || !rule.bounds || rule.id <= "L03" || rule.id >= "V")
                continue;
            const bool has_row =
                std::ranges::any_of(rows, [&](const Row& row) { return rule.id == row.rule; });
            EXPECT_TRUE(has_row || rule.id == "L07") << rule.id;
        }
    }
}

TEST(Volumes, V01AndV02AreWhatTheBookHolds) {
    for (const Rulebook* book : {&book_of_2011(), &draft_book()}) {
        EXPECT_EQ(volumes_ml(*book, std::nullopt, today), (std::vector<int>{200, 300, 400}));
        EXPECT_EQ(volumes_ml(*book, 45, today), (std::vector<int>{200, 300, 400}));
        EXPECT_EQ(platelet_units(*book, today), (std::vector<int>{1, 2}));
    }
}

TEST(Volumes, V03IsAskedWhereTheStationAsksIt) {
    const StationSettings settings{
        .station = "示例站",
        .overrides = {{.rule = "V03", .at_least = 50, .set_by = "1004", .set_on = 2026y / 1 / 2}}};
    const Rulebook book = adapt(book_of_2011(), settings)->book;
    EXPECT_EQ(volumes_ml(book, 49.9, today), (std::vector<int>{200, 300}));
    EXPECT_EQ(volumes_ml(book, 50, today), (std::vector<int>{200, 300, 400}));
    EXPECT_EQ(volumes_ml(book, std::nullopt, today), (std::vector<int>{200, 300, 400}))
        << "nobody has weighed them yet";
    // It is about 400 mL, not about who may give.
    EXPECT_EQ(not_met(whole_blood, Sex::female, {.weight_kg = 46}, book), "");
}

TEST(Volumes, V03IsHeldAgainstTheVolumeThatIsMeantAlone) {
    const StationSettings settings{
        .station = "示例站",
        .overrides = {{.rule = "V03", .at_least = 55, .set_by = "1004", .set_on = 2026y / 1 / 2}}};
    const Rulebook book = adapt(book_of_2011(), settings)->book;
    const auto of = [&](const Rulebook& by, double weight_kg, std::optional<int> volume_ml) {
        return limits_not_met(by, whole_blood, Sex::male, {.weight_kg = weight_kg}, today,
                              volume_ml);
    };
    const auto found = of(book, 54.9, 400);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].rule->id, "V03");
    EXPECT_EQ(found[0].volume_ml, 400);
    EXPECT_TRUE(of(book, 55, 400).empty());
    EXPECT_TRUE(of(book, 54.9, 300).empty());
    EXPECT_TRUE(of(book, 54.9, std::nullopt).empty());
    EXPECT_TRUE(of(book_of_2011(), 54.9, 400).empty()) << "this station asks for no weight";
}

} // namespace
} // namespace rexue::donation
