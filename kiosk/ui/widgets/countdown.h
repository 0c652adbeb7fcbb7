// Time that runs out: a number for who reads, a bar for who glances.
#pragma once

#include <chrono>
#include <string_view>

#include "kiosk/ui/frame.h"

namespace rexue::ui::widgets {

struct Countdown {
    std::string_view label; // what happens then, for speech
    std::chrono::milliseconds left{};
    std::chrono::milliseconds whole{};
};

// The least height in millimetres; in more room the number grows.
float countdown_height(Frame& frame);

// Seconds are rounded up: "1" is shown until the very end. Asks for a frame when the number
// changes, and for none when the time is over.
void countdown(Frame& frame, const Rect& rect, const Countdown& countdown);

} // namespace rexue::ui::widgets
