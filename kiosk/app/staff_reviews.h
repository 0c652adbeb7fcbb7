// Reviews between wire and flow.
#pragma once

#include <vector>

#include "kiosk/flow/staff/event.h"
#include "net/wire/review.h"

namespace rexue::app {

flow::staff::Role role_of(wire::StaffRole role);
std::vector<flow::staff::ReviewLine> reviews_of(const wire::ReviewBriefs& briefs);
flow::staff::Review review_of(const wire::Review& review);
wire::ReviewStep step_of(const flow::staff::TakeStep& wanted, const base::Uuid& id);

} // namespace rexue::app
