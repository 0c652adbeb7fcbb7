// The donor surface as a pure function.
#pragma once

#include <cstddef>

#include "kiosk/flow/donor/effect.h"
#include "kiosk/flow/donor/event.h"
#include "kiosk/flow/donor/session.h"
#include "kiosk/flow/table.h"

namespace rexue::flow::donor {

using Outcome = Step<Session, Effect>;

// The session after `event`, and what to do. Events without meaning in the state change nothing.
Outcome transition(const Session& session, const Event& event, const Now& now);

// True when a row of the table holds for the pair, or the event means the same in every state.
bool is_handled(State state, size_t event_kind);

} // namespace rexue::flow::donor
