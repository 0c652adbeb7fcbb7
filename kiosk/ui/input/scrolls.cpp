#include "kiosk/ui/input/scrolls.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/input/presses.h"

namespace rexue::ui::input {

namespace {

constexpr float as_good_as_there_mm = 0.5F;

} // namespace

void Scrolls::begin_frame(std::chrono::milliseconds now, bool has_motion) {
    now_ = now;
    has_motion_ = has_motion;
}

float Scrolls::begin(std::string_view id, const Rect& rect, float content_height_mm,
                     Presses& presses) {
    region_ = rect;
    region_id_ = id;
    Place& place = places_[region_id_];
    if (place.glide) {
        place.offset = place.glide->at(now_);
        if (place.glide->is_over(now_)) place.glide.reset();
    }
    const float furthest = std::max(0.0F, content_height_mm - rect.h);
    if (presses.came_down_in(rect)) {
        // It was to stop what moves, not to press what happens to pass under the finger.
        if (place.glide) presses.cancel();
        place.glide.reset();
        drag_ = Drag{.id = region_id_,
                     .from_y = presses.trail().front().y,
                     .offset_before = place.offset,
                     .samples = {}};
    }
    const bool is_dragged = drag_ && drag_->id == id && presses.is_on_top();
    if (is_dragged && furthest > 0) follow_finger(place, presses);
    const float reached = std::clamp(place.offset, 0.0F, furthest);
    if (reached != place.offset) place.glide.reset();
    place.offset = reached;
    return place.offset;
}

void Scrolls::follow_finger(Place& place, Presses& presses) {
    const auto& trail = presses.trail();
    if (trail.empty()) return;
    const float y = trail.back().y;
    const float moved = drag_->from_y - y;
    drag_->samples.push_back({.at = now_, .y = y});
    std::erase_if(drag_->samples,
                  [&](const Sample& sample) { return now_ - sample.at > speed_over; });
    if (std::abs(moved) > slop_mm) drag_->moving = true;
    if (!drag_->moving) return;
    presses.cancel();
    place.offset = drag_->offset_before + moved;
    if (!presses.is_down()) let_go(place);
}

void Scrolls::let_go(Place& place) {
    const float speed = speed_mm_per_s();
    if (!has_motion_ || std::abs(speed) < least_throw_mm_per_s) return;
    const float thrown = std::clamp(speed, -most_throw_mm_per_s, most_throw_mm_per_s);
    place.glide = Glide::thrown(place.offset, thrown, now_, throw_takes);
}

float Scrolls::speed_mm_per_s() const {
    const Sample& first = drag_->samples.front();
    const Sample& last = drag_->samples.back();
    const float took = std::chrono::duration<float>(last.at - first.at).count();
    return took > 0 ? (first.y - last.y) / took : 0;
}

bool Scrolls::is_gliding() const {
    const auto found = places_.find(region_id_);
    return found != places_.end() && found->second.glide.has_value();
}

void Scrolls::go_to(std::string_view id, float offset_mm) {
    Place& place = places_[std::string(id)];
    if (!has_motion_) {
        place.glide.reset();
        place.offset = offset_mm;
        return;
    }
    place.glide =
        Glide{.from = place.offset, .to = offset_mm, .started = now_, .takes = step_takes};
}

bool Scrolls::reveal(const Rect& rect) {
    const Place& place = places_[region_id_];
    float by = 0;
    if (rect.bottom() > region_->bottom()) by = rect.bottom() - region_->bottom();
    // The beginning matters more than the end of what is taller than the region.
    if (rect.y - by < region_->y) by = rect.y - region_->y;
    const float aim = place.offset + by;
    if (std::abs(by) < as_good_as_there_mm) return false;
    if (place.glide && std::abs(place.glide->to - aim) < as_good_as_there_mm) return false;
    go_to(region_id_, aim);
    return true;
}

void Scrolls::end_frame(const Presses& presses) {
    region_.reset();
    if (!presses.is_down()) drag_.reset();
}

} // namespace rexue::ui::input
