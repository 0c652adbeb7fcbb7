// The volunteer's table.
#pragma once

#include "kiosk/flow/table.h"
#include "kiosk/flow/volunteer/event.h"

namespace rexue::flow::volunteer {

using Outcome = Step<Session, Effect>;

Outcome transition(const Session& session, const Event& event, const Now& now);
std::optional<std::chrono::milliseconds> next_deadline(const Session& session);
// For tests: whether a pair means anything.
bool is_handled(State state, size_t event_kind);

} // namespace rexue::flow::volunteer
