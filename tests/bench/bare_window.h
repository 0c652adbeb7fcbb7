// What the bare window shows, for the one that measures it.
#pragma once

namespace rexue::bench::bare {

inline constexpr int width_px = 1080;
inline constexpr int height_px = 1920;
// The middle of its one button, and a place of the button without its word.
inline constexpr int button_x_px = 540;
inline constexpr int button_y_px = 1500;
inline constexpr int button_width_px = 800;
inline constexpr int button_height_px = 200;
inline constexpr int plain_x_px = button_x_px - 300;
inline constexpr int plain_y_px = button_y_px - 60;
// 0xRRGGBB; each press changes to the other one.
inline constexpr unsigned first_colour = 0xB01030;
inline constexpr unsigned second_colour = 0x1060B0;

} // namespace rexue::bench::bare
