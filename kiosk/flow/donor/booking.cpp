#include "kiosk/flow/donor/booking.h"

#include <algorithm>

namespace rexue::flow::donor {

std::optional<BookableDays> bookable_days(const Verdicts& verdicts, base::Date today) {
    std::optional<base::Date> first;
    for (const donation::Assessment& one : verdicts.by_type) {
        if (one.earliest && (!first || *one.earliest < *first)) first = one.earliest;
    }
    if (!first) return std::nullopt;
    first = std::max(*first, today);
    return BookableDays{.first = *first, .last = std::chrono::sys_days(*first) + bookable_for};
}

DayToBook day_to_book(const Verdicts& verdicts, base::Date day) {
    DayToBook wanted{.day = day, .types = {}};
    for (const donation::Assessment& one : verdicts.by_type) {
        if (one.earliest && *one.earliest <= day) wanted.types.push_back(one.type);
    }
    return wanted;
}

} // namespace rexue::flow::donor
