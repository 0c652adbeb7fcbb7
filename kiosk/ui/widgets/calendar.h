// Days as a wall calendar lays them out: weeks from Monday (GB/T 7408, ISO 8601).
#pragma once

#include "platform/base/date_text.h"

namespace rexue::ui::widgets {

inline constexpr int days_a_week = 7;

int days_in(std::chrono::year_month month);
// The column of the first day of the month: 0 is Monday, 6 is Sunday.
int column_of_first(std::chrono::year_month month);
int weeks_in(std::chrono::year_month month); // rows of the calendar, 4 … 6

// Days that may be chosen, both ends included. None if the last is before the first.
struct DateRange {
    base::Date first;
    base::Date last;

    bool has(base::Date date) const { return date.ok() && date >= first && date <= last; }
    bool has(std::chrono::year_month month) const; // some day of it
    bool has(std::chrono::year year) const;
};

} // namespace rexue::ui::widgets
