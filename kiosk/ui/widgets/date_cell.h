// A square of a calendar: a number that can be pressed.
#pragma once

#include <string_view>

#include "kiosk/ui/frame.h"

namespace rexue::ui::widgets {

struct DateCell {
    std::string_view words;
    std::string_view value = {}; // for speech: the whole date
    bool enabled = true;
    bool selected = false;
    TextSize size = TextSize::large;
};

bool date_cell(Frame& frame, std::string_view id, const Rect& rect, const DateCell& cell);

} // namespace rexue::ui::widgets
