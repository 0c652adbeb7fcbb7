// One camera buffer to a grey picture.
#pragma once

#include <cstddef>
#include <span>

#include "platform/base/error.h"
#include "platform/image/grey_image.h"

namespace rexue::devices {

enum class PixelFormat { mjpeg, yuyv };

struct FrameShape {
    PixelFormat format = PixelFormat::mjpeg;
    int width_px = 0;
    int height_px = 0;
    int row_bytes = 0; // YUYV only; at least 2 × width_px, often more
};

// corrupt for a buffer that is too short or does not decode. A JPEG may be of another size than
// was agreed; the picture then is as large as the JPEG.
base::Result<image::GreyImage> decode_frame(std::span<const std::byte> buffer,
                                            const FrameShape& shape);

} // namespace rexue::devices
