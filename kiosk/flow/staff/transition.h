// The staff surface as a pure function.
#pragma once

#include "kiosk/flow/staff/event.h"
#include "kiosk/flow/staff/session.h"
#include "kiosk/flow/table.h"

namespace rexue::flow::staff {

using Outcome = Step<Session, Effect>;

Outcome transition(const Session& session, const Event& event, const Now& now);
bool is_handled(State state, size_t event_kind);

} // namespace rexue::flow::staff
