#include "platform/devices/camera/v4l2/frame_decoder.h"

#include "platform/image/picture.h"

namespace rexue::devices {

namespace {

// Y0 U Y1 V: every other byte is a pixel's luminance.
base::Result<image::GreyImage> luminance_of_yuyv(std::span<const std::byte> buffer,
                                                 const FrameShape& shape) {
    const auto width = static_cast<size_t>(shape.width_px);
    const auto height = static_cast<size_t>(shape.height_px);
    const auto row_bytes = static_cast<size_t>(shape.row_bytes);
    // The last row may lack its padding.
    if (buffer.size() < row_bytes * (height - 1) + width * 2) {
        return base::fail(base::ErrorCode::corrupt, "the frame is shorter than its rows");
    }
    image::GreyImage image{
        .width_px = shape.width_px, .height_px = shape.height_px, .luminance = {}};
    image.luminance.resize(width * height);
    std::uint8_t* to = image.luminance.data();
    for (size_t y = 0; y < height; ++y) {
        const std::byte* row = buffer.data() + y * row_bytes;
        for (size_t x = 0; x < width; ++x)
            *to++ = std::to_integer<std::uint8_t>(row[x * 2]);
    }
    return image;
}

} // namespace

base::Result<image::GreyImage> decode_frame(std::span<const std::byte> buffer,
                                            const FrameShape& shape) {
    if (shape.format == PixelFormat::mjpeg) return image::read_grey(buffer);
    return luminance_of_yuyv(buffer, shape);
}

} // namespace rexue::devices
