#include "platform/qr/code_picture.h"

namespace rexue::qr {

namespace {

constexpr int module_px = 8;

} // namespace

image::GreyImage picture_of(const QrCode& code) {
    const int side = (code.side_modules + 2 * quiet_zone_modules) * module_px;
    image::GreyImage picture{.width_px = side, .height_px = side, .luminance = {}};
    picture.luminance.assign(static_cast<size_t>(side) * static_cast<size_t>(side), 255);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int column = x / module_px - quiet_zone_modules;
            const int row = y / module_px - quiet_zone_modules;
            const bool inside =
                column >= 0 && row >= 0 && column < code.side_modules && row < code.side_modules;
            if (inside && code.is_dark(column, row)) {
                picture.luminance[static_cast<size_t>(y) * static_cast<size_t>(side) +
                                  static_cast<size_t>(x)] = 0;
            }
        }
    }
    return picture;
}

} // namespace rexue::qr
