// A row of a review: what was asked, what it is now, and what is to be said of it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "kiosk/ui/frame.h"

namespace rexue::screens::staff {

struct ReviewRow {
    std::string id;
    std::string lead = {}; // before the words: whose row it is
    std::string words;
    std::string value;
    bool is_open = false;  // nobody has said or measured it: `value` says so, and is no figure
    std::string note = {}; // below the words; empty: none
    bool needs_look = false;
    bool can_press = false;
    std::string_view icon = "edit"; // at its end, where it can be pressed: what that does
};

// The height that every one of them has room in, for a list of this width.
float review_row_height(ui::Frame& frame, std::span<const ReviewRow> rows, float width_mm);
// True when it was pressed.
bool draw_review_row(ui::Frame& frame, const ReviewRow& row, const ui::Rect& place);

} // namespace rexue::screens::staff
