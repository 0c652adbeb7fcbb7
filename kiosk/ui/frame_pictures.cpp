// Frame: icons, illustrations and QR codes.
#include <cmath>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/parts.h"

namespace rexue::ui {

namespace {

// Phones want dark on light, whatever the theme.
constexpr Colour qr_dark{0x16, 0x10, 0x0E};
constexpr Colour qr_light{0xFF, 0xFF, 0xFF};

} // namespace

void Frame::icon(const Rect& rect, std::string_view name, Ink ink) {
    ui_.parts().draw_icon(rect, name, theme().of(ink));
}

void Frame::image(const Rect& rect, std::string_view name, std::string_view label) {
    Ui::Parts& parts = ui_.parts();
    const draw::PxRect place = parts.px(rect);
    const auto* const drawing =
        parts.pictures.find(draw::PictureKind::image, name, static_cast<int>(place.width()),
                            static_cast<int>(place.height()));
    if (drawing != nullptr) {
        parts.painter.texture(drawing->texture, place.x0 + static_cast<float>(drawing->x_px),
                              place.y0 + static_cast<float>(drawing->y_px));
    }
    if (label.empty()) return;
    parts.enter({.role = Role::image, .label = std::string(label), .value = {}, .rect = rect});
}

void Frame::qr(const Rect& rect, std::string_view content, std::string_view label) {
    Ui::Parts& parts = ui_.parts();
    parts.enter({.role = Role::image, .label = std::string(label), .value = {}, .rect = rect});
    if (parts.renderer == nullptr) return;
    const draw::PxRect place = parts.px(rect);
    parts.painter.fill(place, qr_light, parts.px(1.5F));
    const draw::Texture* const modules = parts.codes.find(content);
    if (modules == nullptr) {
        parts.faults.insert("a QR code that cannot be made on screen " + parts.screen);
        return;
    }
    // Whole pixels a module: a code with uneven modules is read badly.
    const float room = std::min(place.width(), place.height());
    const auto count = static_cast<float>(modules->width_px());
    const float side = std::max(1.0F, std::floor(room / count)) * count;
    const float x = std::round((place.x0 + place.x1 - side) / 2);
    const float y = std::round((place.y0 + place.y1 - side) / 2);
    parts.painter.texture_stretched(*modules, {x, y, x + side, y + side}, qr_dark);
}

} // namespace rexue::ui
