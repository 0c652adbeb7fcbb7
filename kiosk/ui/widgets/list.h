// More rows than a screen holds: drawn only where they are seen, moved by a finger or by "more".
#pragma once

#include <functional>
#include <string_view>

#include "kiosk/ui/frame.h"

namespace rexue::ui::widgets {

struct List {
    int count = 0;
    float row_mm = 0;            // at least Metrics::target_mm where rows can be pressed
    std::string_view empty = {}; // shown when there is no row
    // Draws a row. Where it can be pressed its target's id must tell it from all others.
    std::function<void(int row, const Rect& place)> row;
};

// The height in millimetres at which `count` rows need no scrolling.
float list_height(const Frame& frame, int count, float row_mm);

// The width of the rows: less than the list's where they scroll, by the mark at the side.
float list_row_width(const Frame& frame, const Rect& rect, int count, float row_mm);

// Only whole rows are seen while nothing moves. Where not all fit, a mark at the side shows the
// place and a "more" button below turns the page, at the end back to the top. `id` keeps the place
// from frame to frame.
void list(Frame& frame, std::string_view id, const Rect& rect, const List& list);

} // namespace rexue::ui::widgets
