#include "kiosk/screens/fit.h"

#include <algorithm>

namespace rexue::screens {

namespace {

// Wider than any text: measured so, nothing wraps.
constexpr float unbounded_mm = 4000;

} // namespace

float capital_that_fits(ui::Frame& frame, std::string_view text, float width_mm, float most_mm,
                        float least_mm, ui::Weight weight) {
    const float width_at_most =
        frame.measure(text, unbounded_mm, {.weight = weight, .capital_mm = most_mm}).w;
    if (width_at_most <= width_mm) return most_mm;
    // Widths are in proportion to the size; a hair less, because sizes are rounded to pixels.
    constexpr float rounding = 0.98F;
    return std::max(least_mm, most_mm * width_mm / width_at_most * rounding);
}

} // namespace rexue::screens
