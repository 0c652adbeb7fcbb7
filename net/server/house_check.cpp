#include "net/server/house_check.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "kiosk/rules/honour/place.h"
#include "platform/base/date_text.h"

namespace rexue::server {
namespace {

// From Baker Island to Kiribati.
constexpr int least_offset_minutes = -12 * 60;
constexpr int largest_offset_minutes = 14 * 60;

base::Status fault(std::string_view pointer, std::string_view what) {
    return base::fail(base::ErrorCode::invalid_argument, fmt::format("{}: {}", pointer, what));
}

base::Status check_time(std::string_view pointer, std::string_view text) {
    if (const auto time = base::parse_time_of_day(text); !time) {
        return fault(pointer, time.error().detail);
    }
    return {};
}

base::Status check_times(const wire::House& house) {
    if (auto checked = check_time("/opens", house.opens); !checked) return checked;
    if (auto checked = check_time("/closes", house.closes); !checked) return checked;
    if (!house.quiet_hours) return {};
    if (auto checked = check_time("/quiet_hours/from", house.quiet_hours->from); !checked) {
        return checked;
    }
    return check_time("/quiet_hours/to", house.quiet_hours->to);
}

base::Status check_service_point(const wire::House& house, size_t i) {
    const wire::ServicePoint& point = house.service_points[i];
    const auto before = std::span(house.service_points).first(i);
    if (std::ranges::find(before, point.id, &wire::ServicePoint::id) != before.end()) {
        return fault(fmt::format("/service_points/{}/id", i), "another has this id");
    }
    if (std::ranges::find(house.stages, point.stage) == house.stages.end()) {
        return fault(fmt::format("/service_points/{}/stage", i), "is not a stage of this house");
    }
    return {};
}

} // namespace

base::Status check_house(const wire::House& house) {
    if (house.house.value.empty()) return fault("/house", "is empty");
    if (house.utc_offset_minutes < least_offset_minutes ||
        house.utc_offset_minutes > largest_offset_minutes) {
        return fault("/utc_offset_minutes", "is no offset from UTC");
    }
    if (house.place && !honour::is_place(*house.place)) {
        return fault("/place", "is no code of a city (GB/T 2260)");
    }
    if (auto checked = check_times(house); !checked) return checked;
    for (size_t i = 0; i < house.stages.size(); ++i) {
        if (std::ranges::count(house.stages, house.stages[i]) > 1) {
            return fault(fmt::format("/stages/{}", i), "is named twice");
        }
    }
    for (size_t i = 0; i < house.service_points.size(); ++i) {
        if (auto checked = check_service_point(house, i); !checked) return checked;
    }
    return {};
}

} // namespace rexue::server
