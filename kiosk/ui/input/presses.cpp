#include "kiosk/ui/input/presses.h"

#include <algorithm>
#include <utility>

namespace rexue::ui::input {

void Presses::queue(const Step& step) {
    // Without a finger on the glass nothing looks otherwise: a picture of it would only keep the
    // press that follows waiting.
    if (step.kind == Kind::move && !ends_down()) return;
    if (queue_.size() >= max_queued) {
        const auto move = std::ranges::find(queue_, Kind::move, &Step::kind);
        queue_.erase(move == queue_.end() ? queue_.begin() : move);
    }
    queue_.push_back(step);
}

bool Presses::ends_down() const {
    const auto last = std::ranges::find_if(queue_.rbegin(), queue_.rend(), [](const Step& step) {
        return step.kind == Kind::down || step.kind == Kind::up;
    });
    return last == queue_.rend() ? is_down_ : last->kind == Kind::down;
}

void Presses::begin_frame() {
    fired_.clear();
    trail_.clear();
    came_down_ = false;
    offered_twice_ = false;
    drawing_.clear();
    covered_ = 0;
    layer_ = 0;
    if (std::exchange(settling_, false)) return;
    while (!queue_.empty()) {
        const Step step = queue_.front();
        queue_.pop_front();
        take(step);
        if (step.kind != Kind::move) return;
    }
}

void Presses::take(const Step& step) {
    switch (step.kind) {
        case Kind::move:
            if (is_down_) trail_.push_back(step.at);
            if (hold_ && !hold_->rect.contains(step.at.x, step.at.y)) hold_->alive = false;
            return;
        case Kind::down:
            come_down(step.at);
            return;
        case Kind::up:
            if (is_down_) trail_.push_back(step.at);
            is_down_ = false;
            if (hold_ && hold_->alive && hold_->rect.contains(step.at.x, step.at.y)) {
                fired_ = hold_->id;
                fired_at_ = step.at;
            }
            hold_.reset();
            return;
        case Kind::choose: {
            fired_ = focus_;
            fired_at_.reset();
            return;
        }
    }
}

void Presses::come_down(Point at) {
    focus_.clear();
    hold_.reset();
    for (const Target& target : drawn_) {
        if (!target.rect.contains(at.x, at.y)) continue;
        hold_ = Hold{.id = target.id, .rect = target.rect, .alive = target.enabled};
    }
    trail_.push_back(at);
    came_down_ = true;
    is_down_ = true;
}

bool Presses::offer(Target target) {
    if (std::ranges::find(drawing_, target.id, &Target::id) != drawing_.end()) {
        offered_twice_ = true;
    }
    const bool is_mine = hold_ && hold_->id == target.id;
    // It moved away from under the finger: the finger is not pressing it any more.
    if (is_mine && hold_->rect != target.rect) {
        const Point at =
            trail_.empty() ? Point{hold_->rect.centre_x(), hold_->rect.centre_y()} : trail_.back();
        if (!target.rect.contains(at.x, at.y)) hold_->alive = false;
        hold_->rect = target.rect;
    }
    const bool is_there = !fired_at_ || target.rect.contains(fired_at_->x, fired_at_->y);
    const bool pressed = fired_ == target.id && target.enabled && is_there;
    if (pressed) {
        fired_.clear();
        settling_ = true;
    }
    drawing_.push_back(std::move(target));
    return pressed;
}

void Presses::cover() {
    covered_ = drawing_.size();
    ++layer_;
}

bool Presses::came_down_in(const Rect& rect) const {
    return came_down_ && is_on_top() && rect.contains(trail_.front().x, trail_.front().y);
}

void Presses::end_frame() {
    drawing_.erase(drawing_.begin(), drawing_.begin() + static_cast<std::ptrdiff_t>(covered_));
    top_layer_ = layer_;
    std::swap(drawn_, drawing_);
    const auto is_drawn = [&](std::string_view id) {
        return std::ranges::find(drawn_, id, &Target::id) != drawn_.end();
    };
    if (hold_ && !is_drawn(hold_->id)) hold_->alive = false;
    if (!is_drawn(focus_)) focus_.clear();
}

void Presses::forget() {
    *this = Presses();
}

bool Presses::is_held(std::string_view id) const {
    return hold_ && hold_->alive && hold_->id == id;
}

void Presses::cancel() {
    if (hold_) hold_->alive = false;
    fired_.clear();
}

std::optional<Rect> Presses::focused_rect() const {
    const auto focused = std::ranges::find(drawn_, focus_, &Target::id);
    if (focus_.empty() || focused == drawn_.end()) return std::nullopt;
    return focused->rect;
}

// From where the focus is, also when that cannot be pressed any more: a stepper's button at its end
// does not send the focus back to the top of the screen.
void Presses::step_focus(int by) {
    const auto count = static_cast<std::ptrdiff_t>(drawn_.size());
    const auto now = std::ranges::find(drawn_, focus_, &Target::id) - drawn_.begin();
    std::ptrdiff_t at = now < count ? now : (by > 0 ? -1 : count);
    for (std::ptrdiff_t step = 0; step < count; ++step) {
        at = (at + by + count) % count;
        const Target& target = drawn_[static_cast<size_t>(at)];
        if (!target.enabled || !target.focusable) continue;
        focus_ = target.id;
        return;
    }
}

} // namespace rexue::ui::input
