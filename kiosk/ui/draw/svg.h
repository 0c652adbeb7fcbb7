// SVG files as textures, through librsvg.
#pragma once

#include <filesystem>

#include "kiosk/ui/draw/texture.h"
#include "platform/base/error.h"

namespace rexue::ui::draw {

// Fitted into the box and centred in it, keeping the proportions; the texture has the box's size.
// Files are read whole, without anything they refer to. not_found, limit_exceeded, corrupt.
base::Result<Texture> render_svg_coverage(const std::filesystem::path& file, int width_px,
                                          int height_px);
base::Result<Texture> render_svg_colour(const std::filesystem::path& file, int width_px,
                                        int height_px);

} // namespace rexue::ui::draw
