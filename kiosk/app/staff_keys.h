// The desk by keyboard: one key calls the next.
#pragma once

#include <optional>

#include "kiosk/flow/staff/event.h"
#include "platform/window/window.h"

namespace rexue::app {

// What a key or a character means in this state; nothing for one that means nothing, or whose
// button is not enabled.
//   at the desk   space or enter: the next · r: again · i: is here · m: did not come · d: done here
//                 u: undo
//   signing in    digits, backspace, enter
//   measuring     digits, point, backspace, enter
std::optional<flow::staff::Event> staff_event_of(const window::KeyInput& key,
                                                 const flow::staff::Session& session);

} // namespace rexue::app
