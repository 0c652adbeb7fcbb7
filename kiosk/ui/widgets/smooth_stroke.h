// A line drawn with jumps, as a finger's is, without its corners.
#pragma once

#include <span>
#include <vector>

#include "kiosk/ui/geometry.h"

namespace rexue::ui::widgets {

// Runs from the first point to the last and near all others. A single point becomes a dot.
std::vector<Point> smooth_stroke(std::span<const Point> points);

} // namespace rexue::ui::widgets
