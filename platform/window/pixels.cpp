#include "platform/window/pixels.h"

#include <algorithm>

#include <GL/gl.h>

namespace rexue::window {

base::Result<image::Picture> read_bound_framebuffer(int width_px, int height_px) {
    image::Picture picture{.width_px = width_px, .height_px = height_px, .rgba = {}};
    const size_t row_bytes = static_cast<size_t>(width_px) * 4;
    const auto rows = static_cast<size_t>(height_px);
    picture.rgba.resize(row_bytes * rows);
    while (glGetError() != GL_NO_ERROR) {
        // Older failures are not about this call.
    }
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_px, height_px, GL_RGBA, GL_UNSIGNED_BYTE, picture.rgba.data());
    if (glGetError() != GL_NO_ERROR) {
        return base::fail(base::ErrorCode::internal, "the framebuffer cannot be read");
    }
    // OpenGL's first row is the lowest.
    for (size_t row = 0; row < rows / 2; ++row) {
        const auto upper = picture.rgba.begin() + static_cast<std::ptrdiff_t>(row * row_bytes);
        const auto lower =
            picture.rgba.begin() + static_cast<std::ptrdiff_t>((rows - 1 - row) * row_bytes);
        std::swap_ranges(upper, upper + static_cast<std::ptrdiff_t>(row_bytes), lower);
    }
    for (size_t i = 3; i < picture.rgba.size(); i += 4)
        picture.rgba[i] = 255;
    return picture;
}

} // namespace rexue::window
