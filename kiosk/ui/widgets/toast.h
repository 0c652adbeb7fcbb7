// A passing remark: it comes, can be read, and goes by itself. Nothing important is said this way.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/widgets/tone.h"

namespace rexue::ui::widgets {

// Kept by the caller.
struct Toast {
    std::string words; // empty: nothing is shown
    Tone tone = Tone::calm;
    std::optional<std::chrono::milliseconds> since; // set by the first frame that shows it

    // A new remark takes the place of the old one.
    void say(std::string remark, Tone its_tone = Tone::calm);
};

// How long a remark stays: long enough to be read slowly.
std::chrono::milliseconds toast_takes(std::string_view words);

// The height in millimetres of the room that holds one of two lines.
float toast_height(Frame& frame);

// Draws it in the middle of `room`, which the screen keeps free for it: it never lies on anything.
// Clears `toast` when its time is over, and asks for that frame.
void toast(Frame& frame, const Rect& room, Toast& toast);

} // namespace rexue::ui::widgets
