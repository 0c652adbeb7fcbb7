// What the desk consists of.
#pragma once

#include <string>

#include "kiosk/screens/staff/staff_screens.h"

namespace rexue::screens::staff {

// Who waits at this stage, the next one marked with why; who has missed the call of this stage, for
// no other desk may call them back.
void draw_line(ui::Frame& frame, const View& view, const std::string& stage, const ui::Rect& box);

// Who is called to the desk or sits at it.
float least_present_height(ui::Frame& frame);
void draw_present(ui::Frame& frame, const View& view, const ui::Rect& box);

// What can be done with them, and the one great button.
float commands_height(ui::Frame& frame, float width_mm);
void draw_commands(ui::Frame& frame, const View& view, const ui::Rect& box);
enum class Why { told, left_out }; // why this one is next; their row of the line says it too
float next_height(ui::Frame& frame, const View& view, float width_mm, Why why);
void draw_next(ui::Frame& frame, const View& view, const ui::Rect& box, Why why);

} // namespace rexue::screens::staff
