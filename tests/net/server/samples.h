// Invented houses, terminals and events for the server's tests.
#pragma once

#include <string>

#include "kiosk/rules/queue/house_event.h"
#include "net/server/store/rows.h"
#include "net/wire/house.h"

namespace rexue::tests {

inline constexpr base::Date day_one =
    std::chrono::year(2026) / std::chrono::June / std::chrono::day(14);
// Noon of day one in the house, which is eight hours east of UTC.
inline constexpr base::Instant noon = std::chrono::sys_days(day_one) + std::chrono::hours(4);

wire::House a_house();
base::Uuid an_id();
// On day one at noon, for the first stage, by terminal "t-1" unless told otherwise.
queue::HouseEvent a_check_in(const std::string& ticket, const std::string& terminal = "t-1");
server::Terminal a_terminal(const std::string& id,
                            wire::SurfaceKind surface = wire::SurfaceKind::donor);

} // namespace rexue::tests
