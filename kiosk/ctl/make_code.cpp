#include "kiosk/ctl/make_code.h"

#include <algorithm>

#include "kiosk/rules/identity/card_code.h"
#include "platform/image/picture.h"
#include "platform/qr/qr_code.h"

namespace rexue::ctl {

namespace {

constexpr int module_px = 8;

bool is_card_number(const std::string& text) {
    return text.size() == 16 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

image::GreyImage picture_of(const qr::QrCode& code) {
    const int side = (code.side_modules + 2 * qr::quiet_zone_modules) * module_px;
    image::GreyImage picture{.width_px = side, .height_px = side, .luminance = {}};
    picture.luminance.assign(static_cast<size_t>(side) * static_cast<size_t>(side), 255);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int column = x / module_px - qr::quiet_zone_modules;
            const int row = y / module_px - qr::quiet_zone_modules;
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

} // namespace

int make_code(const std::string& text, const std::filesystem::path& png, std::ostream& err) {
    const std::string content =
        is_card_number(text) ? identity::card_code_text({.card_number = text}) : text;
    const auto code = qr::encode(content);
    if (!code) {
        err << "rexuectl make-code: " << code.error().detail << '\n';
        return 1;
    }
    if (const auto written = image::write_png(png, picture_of(*code)); !written) {
        err << "rexuectl make-code: " << written.error().detail << '\n';
        return 1;
    }
    return 0;
}

} // namespace rexue::ctl
