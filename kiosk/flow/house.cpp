#include "kiosk/flow/house.h"

#include <algorithm>

namespace rexue::flow {

int points_of(const House& house, std::string_view stage) {
    return static_cast<int>(std::ranges::count(house.service_points, stage, &ServicePoint::stage));
}

const ServicePoint* find_point(const House& house, std::string_view id) {
    const auto found = std::ranges::find(house.service_points, id, &ServicePoint::id);
    return found == house.service_points.end() ? nullptr : &*found;
}

base::Date date_in(const House& house, base::Instant wall) {
    return base::local_time(wall, house.utc_offset).date;
}

bool is_quiet(const House& house, base::Instant now) {
    if (!house.quiet_hours) return false;
    const auto [from, to] = *house.quiet_hours;
    const auto time = base::local_time(now, house.utc_offset).since_midnight;
    return from <= to ? from <= time && time < to : from <= time || time < to;
}

} // namespace rexue::flow
