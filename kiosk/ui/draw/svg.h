// SVG files as textures, through librsvg.
#pragma once

#include <filesystem>

#include "kiosk/ui/draw/texture.h"
#include "platform/base/error.h"

namespace rexue::ui::draw {

// What is seen of a picture, and where in its box that lies.
struct Drawing {
    Texture texture;
    int x_px = 0;
    int y_px = 0;
};

// Fitted into the box and centred in it, keeping the proportions. Files are read whole, without
// anything they refer to. not_found, limit_exceeded, corrupt.
// Coverage has the box's size.
base::Result<Drawing> render_svg_coverage(const std::filesystem::path& file, int width_px,
                                          int height_px);
// Without the margins in which nothing is drawn: an illustration in a wide box is mostly those, and
// each of their pixels would be blended for nothing.
base::Result<Drawing> render_svg_colour(const std::filesystem::path& file, int width_px,
                                        int height_px);

} // namespace rexue::ui::draw
