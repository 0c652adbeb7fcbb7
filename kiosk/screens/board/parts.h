// What the board consists of. All lengths are for a wall panel that is read from five metres.
#pragma once

#include "kiosk/screens/board/board_screen.h"

namespace rexue::screens::board {

inline constexpr float margin_mm = 30;
inline constexpr float gap_mm = 12;
// The floor of every text on the board.
inline constexpr float least_capital_mm = 14.4F;

// The last call of every service point, the newest first and large. Nobody called yet: what to do.
void draw_calls(ui::Frame& frame, const View& view, const ui::Rect& box);
// Before the board has ever heard of its house.
void draw_no_house(ui::Frame& frame, const ui::Rect& box);

// Who waits where and about how long, and who has missed the call.
void draw_waiting(ui::Frame& frame, const View& view, const ui::Rect& box);

// One line at the bottom: a notice of the house, or what is wrong with the line.
float foot_height(ui::Frame& frame, const View& view);
void draw_foot(ui::Frame& frame, const View& view, const ui::Rect& box);

// A call for help that nobody has answered for minutes: whoever of the staff looks up can go.
// 0 when there is none.
float wanted_height(const View& view);
void draw_wanted(ui::Frame& frame, const View& view, const ui::Rect& box);

} // namespace rexue::screens::board
