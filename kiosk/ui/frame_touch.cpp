// Frame: what follows the finger.
#include <algorithm>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/parts.h"

namespace rexue::ui {

PadTrail Frame::pad(std::string_view id, const Rect& rect, std::string_view label) {
    Ui::Parts& parts = ui_.parts();
    parts.presses.offer({.id = std::string(id), .rect = rect, .enabled = true, .focusable = false});
    parts.enter({.role = Role::field, .label = std::string(label), .value = {}, .rect = rect});
    const auto& trail = parts.presses.trail();
    PadTrail drawn;
    if (parts.presses.came_down() && rect.contains(trail.front().x, trail.front().y)) {
        parts.pad = id;
        drawn.starts = true;
    }
    if (parts.pad != id) return drawn;
    for (const Point& at : trail) {
        drawn.points.push_back(
            {std::clamp(at.x, rect.x, rect.right()), std::clamp(at.y, rect.y, rect.bottom())});
    }
    return drawn;
}

float Frame::begin_scroll(std::string_view id, const Rect& rect, float content_height_mm) {
    Ui::Parts& parts = ui_.parts();
    parts.painter.push_clip(parts.px(rect));
    return parts.scrolls.begin(id, rect, content_height_mm, parts.presses);
}

void Frame::end_scroll() {
    Ui::Parts& parts = ui_.parts();
    parts.scrolls.end();
    parts.painter.pop_clip();
}

} // namespace rexue::ui
