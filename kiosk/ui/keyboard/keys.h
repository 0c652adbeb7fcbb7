// Rows of keys and grids of candidates, as every keyboard of this folder draws them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/keyboard/typing.h"

namespace rexue::ui::keyboard {

// What a key shows and types. `spoken` where the label is a sign.
struct Key {
    std::string_view label;
    std::string_view types;
    std::string_view spoken = {};
    float width = 1; // in columns
};
using KeyRow = std::span<const Key>;

// Between keys: a little less than between other targets, so that ten stand beside each other.
float key_gap_mm(const Metrics& metrics);

// What is written large is at least so high.
float large_key_mm(const Metrics& metrics);

// Rows of equal height, centred across, with `columns` columns. Returns the key pressed.
const Key* draw_keys(Frame& frame, const Rect& rect, std::span<const KeyRow> rows, int columns);

// Candidates in reading order, wide ones over more than one cell, with "Earlier" and "More" at the
// right: one below the other, or side by side where there is one row only. Returns `choose` or
// `turn_page`.
std::optional<Keystroke> draw_candidates(Frame& frame, const Rect& rect, const Typing& typing,
                                         std::string_view when_empty);

} // namespace rexue::ui::keyboard
