// What a desk's command makes of the queue. PURE: decided on the day's log, inside the
// transaction that appends the decision.
#pragma once

#include <string>

#include "kiosk/rules/queue/fold.h"
#include "net/wire/calls.h"
#include "net/wire/house.h"

namespace rexue::server {

struct CallFacts {
    const wire::House& house;
    std::string terminal; // the staff terminal that asks
    base::Instant now{};
    base::Date day{};
};

// invalid_argument: the service point is not of this house, or a ticket is missing or there where
// none belongs. not_found: nobody waits, nothing to undo, no such ticket today. conflict: the
// ticket has moved on, or the desk still has another one.
base::Result<queue::HouseEvent> decide_call(const queue::QueueState& state,
                                            const wire::CallRequest& request,
                                            const CallFacts& facts);

// True when `event` can be what `decide_call` once made of this request by this terminal.
bool answers(const queue::HouseEvent& event, const wire::CallRequest& request,
             std::string_view terminal);

} // namespace rexue::server
