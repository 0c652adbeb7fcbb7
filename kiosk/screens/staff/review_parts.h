// What every step of a review is drawn with.
#pragma once

#include <string>

#include "kiosk/screens/staff/staff_screens.h"
#include "kiosk/ui/column.h"

namespace rexue::screens::staff {

// Of every step; the way back loses it. Returns what is left for it.
ui::Rect draw_step_frame(ui::Frame& frame, const View& view, const std::string& title,
                         const std::string& subtitle);
void add_words(ui::Frame& frame, ui::Column& column, const std::string& words,
               const ui::TextLook& look);

} // namespace rexue::screens::staff
