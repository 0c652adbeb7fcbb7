#include "tests/screenshots/golden.h"

#include <algorithm>

#include <png.h>

namespace rexue::screenshots {

base::Result<image::Picture> read_golden(const std::filesystem::path& folder,
                                         const std::string& name) {
    const std::filesystem::path file = folder / (name + ".png");
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&png, file.c_str()) == 0) {
        return base::fail(base::ErrorCode::not_found, "no accepted picture " + name);
    }
    png.format = PNG_FORMAT_RGBA;
    image::Picture picture{.width_px = static_cast<int>(png.width),
                           .height_px = static_cast<int>(png.height),
                           .rgba = {}};
    picture.rgba.resize(PNG_IMAGE_SIZE(png));
    if (png_image_finish_read(&png, nullptr, picture.rgba.data(), 0, nullptr) == 0) {
        return base::fail(base::ErrorCode::corrupt, "not a picture: " + name);
    }
    return picture;
}

Difference difference(const image::Picture& accepted, const image::Picture& painted) {
    Difference result{.pixels = 0, .shown = painted};
    const bool same_size =
        accepted.width_px == painted.width_px && accepted.height_px == painted.height_px;
    for (size_t i = 0; i + 3 < painted.rgba.size(); i += 4) {
        const bool same =
            same_size && std::equal(&painted.rgba[i], &painted.rgba[i] + 3, &accepted.rgba[i]);
        if (same) {
            for (size_t c = 0; c < 3; ++c) {
                result.shown.rgba[i + c] = static_cast<std::uint8_t>(170 + painted.rgba[i + c] / 3);
            }
        } else {
            ++result.pixels;
            result.shown.rgba[i] = 0xA5;
            result.shown.rgba[i + 1] = 0x1D;
            result.shown.rgba[i + 2] = 0x26;
        }
    }
    return result;
}

} // namespace rexue::screenshots
