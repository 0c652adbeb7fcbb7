// The ink of one character written by hand.
#pragma once

#include <vector>

#include "kiosk/ui/keyboard/typing.h"
#include "platform/input_method/query.h"

namespace rexue::ui::keyboard {

// A `draw` keystroke: begins a stroke or goes on with the newest, up to the limits. False when
// there is no stroke that it could belong to.
bool add_ink(std::vector<input_method::Stroke>& ink, const Keystroke& drawn);

// Overwrites the newest stroke and takes it away. False when there is none.
bool erase_stroke(std::vector<input_method::Stroke>& ink);

} // namespace rexue::ui::keyboard
