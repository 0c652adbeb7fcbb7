#include "kiosk/ui/frame.h"

#include "kiosk/ui/parts.h"
#include "kiosk/ui/strings.h"

namespace rexue::ui {

Rect Frame::area() const {
    const Canvas& canvas = ui_.parts().options.canvas;
    return {0, 0, canvas.width_mm, canvas.height_mm()};
}

const Theme& Frame::theme() const {
    return ui_.parts().theme();
}

const Metrics& Frame::metrics() const {
    return ui_.parts().metrics();
}

std::string_view Frame::language() const {
    return current_language();
}

void Frame::screen(std::string_view name) {
    Ui::Parts& parts = ui_.parts();
    if (parts.screen != name) {
        parts.screen = name;
        parts.entered_at = parts.now;
    }
    parts.enter({.role = Role::screen, .label = std::string(name), .value = {}, .rect = area()});
}

void Frame::redraw_in(std::chrono::milliseconds delay) {
    Ui::Parts& parts = ui_.parts();
    const auto at = parts.now + delay;
    if (!parts.redraw_at || at < *parts.redraw_at) parts.redraw_at = at;
}

std::chrono::milliseconds Frame::since_entered() const {
    const Ui::Parts& parts = ui_.parts();
    if (!parts.options.motion) return std::chrono::hours(1);
    return parts.now - parts.entered_at;
}

std::chrono::milliseconds Frame::since_shown(std::string_view id) {
    Ui::Parts& parts = ui_.parts();
    const auto since = parts.appearances.since(id, parts.now);
    return parts.options.motion ? parts.now - since : std::chrono::hours(1);
}

std::chrono::milliseconds Frame::now() const {
    return ui_.parts().now;
}

} // namespace rexue::ui
