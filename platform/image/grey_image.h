// A grey picture, as codes are read from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rexue::image {

struct GreyImage {
    int width_px = 0;
    int height_px = 0;
    std::vector<std::uint8_t> luminance; // rows from the top, width_px bytes each, 0 is black
};

} // namespace rexue::image
