// Coming again on another day, where today is not possible.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "kiosk/flow/donor/verdicts.h"
#include "platform/base/date_text.h"

namespace rexue::flow::donor {

// A day, and the types it is possible for by what is known today.
struct DayToBook {
    base::Date day{};
    std::vector<donation::DonationType> types;
};

// Both included.
struct BookableDays {
    base::Date first{};
    base::Date last{};

    bool has(base::Date day) const { return first <= day && day <= last; }
};

// How long after the first possible day one may be booked.
inline constexpr std::chrono::days bookable_for{60};

// From the first day that any type is possible on; none where nobody can say when that is.
// `verdicts` are the donor's own: a day tells nothing of what was answered in private.
std::optional<BookableDays> bookable_days(const Verdicts& verdicts, base::Date today);

// `day` is one of the bookable ones.
DayToBook day_to_book(const Verdicts& verdicts, base::Date day);

} // namespace rexue::flow::donor
