// The keyboards themselves, one a way of typing; `draw` puts the field and the ends around them.
#pragma once

#include <optional>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/keyboard/typing.h"

namespace rexue::ui::keyboard {

// 0 … 9, X and "Erase": as on a telephone, or in two rows where there is no room for four.
std::optional<Keystroke> draw_number_pad(Frame& frame, const Rect& rect, const Typing& typing);
// Capital letters and, for documents, digits; for names space, hyphen, apostrophe and ·.
std::optional<Keystroke> draw_latin(Frame& frame, const Rect& rect, const Typing& typing);
// Small letters, with candidates above.
std::optional<Keystroke> draw_pinyin(Frame& frame, const Rect& rect, const Typing& typing);
// A box to write in, with candidates beside it.
std::optional<Keystroke> draw_handwriting(Frame& frame, const Rect& rect, const Typing& typing);
// How many strokes: the radical, then the character.
std::optional<Keystroke> draw_strokes(Frame& frame, const Rect& rect, const Typing& typing);

// What the metrics ask of each at least, and what a number pad may use at most.
float body_height_mm(const Metrics& metrics, Field field);
float pad_height_mm(const Metrics& metrics);

} // namespace rexue::ui::keyboard
