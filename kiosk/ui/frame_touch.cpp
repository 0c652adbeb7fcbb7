// Frame: what follows the finger.
#include <algorithm>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/parts.h"

namespace rexue::ui {

namespace {

constexpr std::chrono::milliseconds motion_step{16};

} // namespace

PadTrail Frame::pad(std::string_view id, const Rect& rect, std::string_view label,
                    std::string_view value) {
    Ui::Parts& parts = ui_.parts();
    parts.presses.offer({.id = std::string(id), .rect = rect, .enabled = true, .focusable = false});
    parts.enter({.role = Role::field,
                 .label = std::string(label),
                 .value = std::string(value),
                 .rect = rect});
    const auto& trail = parts.presses.trail();
    PadTrail drawn;
    if (parts.presses.came_down_in(rect)) {
        parts.pad = id;
        drawn.starts = true;
    }
    if (parts.pad != id || !parts.presses.is_on_top()) return drawn;
    for (const Point& at : trail) {
        drawn.points.push_back(
            {std::clamp(at.x, rect.x, rect.right()), std::clamp(at.y, rect.y, rect.bottom())});
    }
    return drawn;
}

Point Frame::as_seen(const Rect& pad, Point from_corner) const {
    return ui_.parts().is_mirrored ? Point{pad.w - from_corner.x, from_corner.y} : from_corner;
}

float Frame::begin_scroll(std::string_view id, const Rect& rect, float content_height_mm) {
    Ui::Parts& parts = ui_.parts();
    parts.painter.push_clip(parts.px(rect));
    const float offset = parts.scrolls.begin(id, rect, content_height_mm, parts.presses);
    if (parts.scrolls.is_gliding()) redraw_in(motion_step);
    return offset;
}

void Frame::scroll_to(std::string_view id, float offset_mm) {
    Ui::Parts& parts = ui_.parts();
    parts.scrolls.go_to(id, offset_mm);
    parts.is_frame_due = true;
}

void Frame::cover(Ground ground) {
    Ui::Parts& parts = ui_.parts();
    parts.presses.cover();
    parts.tree.cover();
    parts.grounds.clear();
    fill(area(), theme().of(ground));
}

void Frame::end_scroll() {
    Ui::Parts& parts = ui_.parts();
    parts.scrolls.end();
    parts.painter.pop_clip();
}

} // namespace rexue::ui
