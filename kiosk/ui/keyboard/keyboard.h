// On-screen keyboards for numbers and names, in millimetres: a field to read what was typed, keys
// to type it, and the ways to end: done, or left to the staff.
#pragma once

#include <optional>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/keyboard/typing.h"

namespace rexue::ui::keyboard {

// What the caller's rules say of the number so far.
enum class Verdict {
    unfinished,
    fits,   // all there, and the check digit fits
    misfits // all there, and it cannot be so: most likely a slip
};

// Draws the keyboard of `typing` into `rect` and returns what the finger did, at most one thing a
// frame: hand it to `apply`. Pure: nothing is kept between frames. `verdict` is shown for numbers,
// and a number that misfits is not finished but corrected or left to the staff.
//
// Every key is a button of the semantic tree whose label, or else value, can be spoken; the box to
// write in is a field that a keypad steps over. `rect` is as wide as the screen's margins leave,
// and at least least_height_mm high.
std::optional<Keystroke> draw(Frame& frame, const Rect& rect, const Typing& typing,
                              Verdict verdict = Verdict::unfinished);

// Under the least, targets would be smaller than the metrics say; more than the most is of no use.
float least_height_mm(Frame& frame, Field field, float width_mm);
float most_height_mm(Frame& frame, Field field, float width_mm);

} // namespace rexue::ui::keyboard
