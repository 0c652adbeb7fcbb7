// Months as a wall calendar lays them out.
#include "kiosk/ui/widgets/calendar.h"

#include <gtest/gtest.h>

namespace rexue::ui::widgets {
namespace {

using namespace std::chrono;

TEST(Calendar, KnowsLeapYears) {
    EXPECT_EQ(days_in(2024y / February), 29);
    EXPECT_EQ(days_in(2026y / February), 28);
    EXPECT_EQ(days_in(2000y / February), 29);
    EXPECT_EQ(days_in(1900y / February), 28);
    EXPECT_EQ(days_in(2026y / April), 30);
    EXPECT_EQ(days_in(2026y / December), 31);
}

TEST(Calendar, BeginsItsWeeksOnMonday) {
    EXPECT_EQ(column_of_first(2026y / June), 0);     // Monday 1 June 2026
    EXPECT_EQ(column_of_first(2026y / February), 6); // Sunday 1 February 2026
    EXPECT_EQ(column_of_first(2026y / July), 2);     // Wednesday
}

TEST(Calendar, HasFourToSixWeeks) {
    EXPECT_EQ(weeks_in(2021y / February), 4); // 28 days from Monday
    EXPECT_EQ(weeks_in(2026y / June), 5);
    EXPECT_EQ(weeks_in(2026y / August), 6); // 31 days from Saturday
}

TEST(Range, IncludesBothItsEnds) {
    const DateRange range{2024y / February / 29, 2026y / June / 14};
    EXPECT_FALSE(range.has(base::Date{2024y / February / 28}));
    EXPECT_TRUE(range.has(base::Date{2024y / February / 29}));
    EXPECT_TRUE(range.has(base::Date{2026y / June / 14}));
    EXPECT_FALSE(range.has(base::Date{2026y / June / 15}));
    EXPECT_FALSE(range.has(base::Date{2025y / February / 29})) << "no such day";
    EXPECT_FALSE(range.has(2024y / January));
    EXPECT_TRUE(range.has(2024y / February));
    EXPECT_TRUE(range.has(2026y));
    EXPECT_FALSE(range.has(2027y));
}

TEST(Range, ThatEndsBeforeItBeginsIsEmpty) {
    const DateRange range{2026y / June / 14, 2026y / June / 13};
    EXPECT_FALSE(range.has(base::Date{2026y / June / 14}));
    EXPECT_FALSE(range.has(2026y / June));
    EXPECT_FALSE(range.has(2026y));
}

} // namespace
} // namespace rexue::ui::widgets
