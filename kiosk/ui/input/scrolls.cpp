#include "kiosk/ui/input/scrolls.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/input/presses.h"

namespace rexue::ui::input {

float Scrolls::begin(std::string_view id, const Rect& rect, float content_height_mm,
                     Presses& presses) {
    region_ = rect;
    float& offset = offsets_[std::string(id)];
    const float furthest = std::max(0.0F, content_height_mm - rect.h);
    const auto& trail = presses.trail();
    if (presses.came_down() && rect.contains(trail.front().x, trail.front().y)) {
        drag_ = Drag{.id = std::string(id), .from_y = trail.front().y, .offset_before = offset};
    }
    if (drag_ && drag_->id == id && !trail.empty()) {
        const float moved = drag_->from_y - trail.back().y;
        if (std::abs(moved) > slop_mm && furthest > 0) drag_->moving = true;
        if (drag_->moving) {
            presses.cancel();
            offset = drag_->offset_before + moved;
        }
    }
    offset = std::clamp(offset, 0.0F, furthest);
    return offset;
}

void Scrolls::end_frame(const Presses& presses) {
    region_.reset();
    if (!presses.is_down()) drag_.reset();
}

} // namespace rexue::ui::input
