// The two picture formats we read, told apart before anything is decoded. Inside this folder only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "platform/base/error.h"
#include "platform/image/grey_image.h"

namespace rexue::image {

bool is_png(std::span<const std::byte> file);
bool is_jpeg(std::span<const std::byte> file);

base::Result<GreyImage> read_png(std::span<const std::byte> file);
base::Result<GreyImage> read_jpeg(std::span<const std::byte> file);

// invalid sizes are corrupt, absurd ones limit_exceeded. Asked before the pixels are allocated.
base::Status check_size(std::int64_t width_px, std::int64_t height_px);

// Rec. 601, the weights that JPEG's own Y has, so that a PNG and a JPEG of one scene agree.
constexpr std::uint8_t luminance_of(unsigned red, unsigned green, unsigned blue) {
    return static_cast<std::uint8_t>((19'595U * red + 38'470U * green + 7'471U * blue + 32'768U) >>
                                     16U);
}

} // namespace rexue::image
