// Durations as the books write them, and the day they end on: month ends, leap days.
#include "kiosk/rules/donation/period.h"

#include <gtest/gtest.h>

namespace rexue::donation {
namespace {

using namespace std::chrono_literals;

struct TextRow {
    const char* text;
    const char* plain; // empty: refused
};

constexpr TextRow text_rows[] = {
    {"P6M", "P6M"},   {"P2W", "P14D"},
    {"P1Y", "P1Y"},   {"PT24H", "PT24H"},
    {"P12M", "P1Y"},  {"P1Y6M", "P1Y6M"},
    {"P90D", "P90D"}, {"P1M15D", "P1M15D"},
    {"P10Y", "P10Y"}, {"P1DT12H", "P1DT12H"},
    {"", ""},         {"P", ""},
    {"6M", ""},       {"PM", ""},
    {"P-6M", ""},     {"P6", ""},
    {"p6m", ""},      {"P0D", ""},
    {"PT", ""},       {"PT0H", ""},
    {"P11Y", ""},     {"P121M", ""},
    {"P9999D", ""},   {"P99999Y", ""},
    {"P6M1Y", ""},    {"P1D1D", ""},
    {"P1.5M", ""},    {"PT30M", ""},
    {"PT24H1D", ""},  {"P6M ", ""},
    {"P6H", ""},      {"P4294967302M", ""},
};

TEST(Period, ReadsWholeUnitsInTheirOrderAndRefusesTheAbsurd) {
    for (const TextRow& row : text_rows) {
        const auto period = parse_period(row.text);
        ASSERT_EQ(period.has_value(), *row.plain != '\0') << row.text;
        EXPECT_EQ(period ? format_period(*period) : "", row.plain);
    }
}

struct DayRow {
    base::Date from;
    const char* period;
    base::Date free;
};

const DayRow day_rows[] = {
    {2025y / 12 / 15, "P6M", 2026y / 6 / 15},  {2026y / 8 / 31, "P6M", 2027y / 2 / 28},
    {2027y / 8 / 31, "P6M", 2028y / 2 / 29},   {2027y / 8 / 29, "P6M", 2028y / 2 / 29},
    {2027y / 8 / 30, "P6M", 2028y / 2 / 29},   {2026y / 8 / 28, "P6M", 2027y / 2 / 28},
    {2024y / 2 / 29, "P1Y", 2025y / 2 / 28},   {2023y / 2 / 28, "P1Y", 2024y / 2 / 28},
    {2024y / 2 / 29, "P6M", 2024y / 8 / 29},   {2026y / 3 / 31, "P1M", 2026y / 4 / 30},
    {2026y / 11 / 30, "P3M", 2027y / 2 / 28},  {2024y / 2 / 15, "P14D", 2024y / 2 / 29},
    {2024y / 2 / 15, "P2W", 2024y / 2 / 29},   {2025y / 12 / 31, "P1D", 2026y / 1 / 1},
    {2026y / 6 / 14, "PT24H", 2026y / 6 / 15}, {2026y / 6 / 14, "PT25H", 2026y / 6 / 16},
    {2026y / 1 / 31, "P1M1D", 2026y / 3 / 1},
};

TEST(Period, EndsOnACalendarDayAndAtTheMonthsEndWhereThereIsNone) {
    for (const DayRow& row : day_rows)
        EXPECT_EQ(day_after(row.from, *parse_period(row.period)), row.free)
            << base::format_date(row.from) << " + " << row.period;
}

TEST(Period, GoesBackToo) {
    EXPECT_EQ(day_before(2024y / 3 / 2, *parse_period("P3D")), 2024y / 2 / 28);
    EXPECT_EQ(day_before(2026y / 3 / 31, *parse_period("P1M")), 2026y / 2 / 28);
}

TEST(Birthday, OfTheTwentyNinthOfFebruaryIsTheFirstOfMarchInOrdinaryYears) {
    EXPECT_EQ(birthday(2008y / 2 / 29, 18), 2026y / 3 / 1);
    EXPECT_EQ(birthday(2008y / 2 / 29, 20), 2028y / 2 / 29);
    // The same day as base::age_in_years tells.
    EXPECT_EQ(base::age_in_years(2008y / 2 / 29, 2026y / 2 / 28), 17);
    EXPECT_EQ(base::age_in_years(2008y / 2 / 29, 2026y / 3 / 1), 18);
}

} // namespace
} // namespace rexue::donation
