#include "kiosk/ui/widgets/smooth_stroke.h"

#include <algorithm>
#include <cmath>

namespace rexue::ui::widgets {

namespace {

constexpr float dot_mm = 0.2F;
constexpr float step_mm = 0.8F; // along a curve: three pixels
constexpr int most_steps = 12;

Point between(Point a, Point b, float part) {
    return {a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
}

} // namespace

// A quadratic curve around each inner point, from the middle of the way to it to the middle of the
// way from it: where two meet they have one direction.
std::vector<Point> smooth_stroke(std::span<const Point> points) {
    if (points.empty()) return {};
    if (points.size() == 1) {
        return {points[0], {points[0].x + dot_mm, points[0].y}};
    }
    std::vector<Point> curve{points.front()};
    for (size_t i = 1; i + 1 < points.size(); ++i) {
        const Point from = between(points[i - 1], points[i], 0.5F);
        const Point to = between(points[i], points[i + 1], 0.5F);
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        const int steps = std::clamp(static_cast<int>(length / step_mm), 1, most_steps);
        for (int step = curve.size() == 1 ? 0 : 1; step <= steps; ++step) {
            const float part = static_cast<float>(step) / static_cast<float>(steps);
            curve.push_back(
                between(between(from, points[i], part), between(points[i], to, part), part));
        }
    }
    curve.push_back(points.back());
    return curve;
}

} // namespace rexue::ui::widgets
