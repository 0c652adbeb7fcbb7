#include "kiosk/ui/widgets/calendar.h"

namespace rexue::ui::widgets {

namespace chr = std::chrono;

int days_in(chr::year_month month) {
    const auto last = (month / chr::last).day();
    return static_cast<int>(static_cast<unsigned>(last));
}

int column_of_first(chr::year_month month) {
    const chr::weekday first{chr::sys_days(month / 1)};
    return static_cast<int>(first.iso_encoding()) - 1;
}

int weeks_in(chr::year_month month) {
    return (column_of_first(month) + days_in(month) + days_a_week - 1) / days_a_week;
}

bool DateRange::has(chr::year_month month) const {
    if (!month.ok() || first > last) return false;
    return month >= chr::year_month{first.year(), first.month()} &&
           month <= chr::year_month{last.year(), last.month()};
}

bool DateRange::has(chr::year year) const {
    return first <= last && year >= first.year() && year <= last.year();
}

} // namespace rexue::ui::widgets
