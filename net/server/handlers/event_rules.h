// Which events a terminal may put into its house's log by itself. PURE.
#pragma once

#include <string_view>

#include "kiosk/rules/queue/house_event.h"
#include "net/server/store/rows.h"
#include "net/wire/house.h"

namespace rexue::server {

// A terminal's clock may run ahead of ours by this much around midnight.
inline constexpr std::chrono::minutes tolerated_clock_lead{10};

// Empty when it may; else the reason of the refusal: "wrong_house", "wrong_terminal",
// "not_allowed" (this surface does not make such events), "wrong_day" (a day that has not begun:
// every follower of the log would start that day with an empty queue), "wrong_letter" (a ticket
// of another letter than the terminal's own), "unknown_stage" (a check-in for no stage of the
// house: nobody would ever call it). `house` is the terminal's.
// `latest_day` is the house's day `tolerated_clock_lead` from now.
std::string_view why_refused(const queue::HouseEvent& event, const Terminal& terminal,
                             const wire::House& house, base::Date latest_day);

} // namespace rexue::server
