#include "kiosk/ui/widgets/signature.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "platform/base/random.h"

namespace rexue::ui::widgets {

namespace {

constexpr size_t first_capacity = 512;

float distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

void overwrite(std::vector<Point>& points) {
    base::wipe(std::as_writable_bytes(std::span(points)));
}

} // namespace

Signature::Signature(const Signature& other)
    : points_(other.points_), begins_(other.begins_), is_full_(other.is_full_) {}

Signature& Signature::operator=(const Signature& other) {
    if (this == &other) return *this;
    Signature copy(other);
    return *this = std::move(copy);
}

Signature& Signature::operator=(Signature&& other) noexcept {
    if (this == &other) return *this;
    wipe();
    points_ = std::exchange(other.points_, {});
    begins_ = std::exchange(other.begins_, {});
    is_full_ = std::exchange(other.is_full_, false);
    return *this;
}

Signature::~Signature() {
    wipe();
}

void Signature::wipe() {
    overwrite(points_);
    base::wipe(std::as_writable_bytes(std::span(begins_)));
}

void Signature::begin_stroke() {
    // A stroke without a point leaves its place to the next one.
    if (!begins_.empty() && begins_.back() == points_.size()) return;
    // What is written after the last stroke that is kept must not be drawn as part of it.
    is_full_ = begins_.size() >= max_strokes;
    if (!is_full_) begins_.push_back(points_.size());
}

void Signature::add(Point at) {
    if (is_full_ || points_.size() >= max_points) return;
    if (!std::isfinite(at.x) || !std::isfinite(at.y)) return;
    if (begins_.empty()) begin_stroke();
    const bool is_first = begins_.back() == points_.size();
    if (!is_first && distance(points_.back(), at) < least_step_mm) return;
    if (points_.size() == points_.capacity()) grow();
    points_.push_back(at);
}

// A vector that grows by itself leaves its old place as it was.
void Signature::grow() {
    std::vector<Point> larger;
    larger.reserve(std::max(first_capacity, 2 * points_.size()));
    larger.assign(points_.begin(), points_.end());
    overwrite(points_);
    points_ = std::move(larger);
}

void Signature::clear() {
    wipe();
    points_.clear();
    begins_.clear();
    is_full_ = false;
}

float Signature::ink_mm() const {
    float sum = 0;
    for (size_t i = 0; i < stroke_count(); ++i) {
        const auto points = stroke(i);
        for (size_t j = 1; j < points.size(); ++j)
            sum += distance(points[j - 1], points[j]);
    }
    return sum;
}

std::span<const Point> Signature::stroke(size_t index) const {
    const size_t begin = begins_[index];
    const size_t end = index + 1 < begins_.size() ? begins_[index + 1] : points_.size();
    return std::span(points_).subspan(begin, end - begin);
}

} // namespace rexue::ui::widgets
