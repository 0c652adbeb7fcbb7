// Big words that must fit: names, desks and headlines come in every length.
#pragma once

#include <string_view>

#include "kiosk/ui/frame.h"

namespace rexue::screens {

// The capital height in millimetres at which the longest line of `text` is no wider than
// `width_mm`: `most_mm` if it can be, then smaller, never under `least_mm` (it is cut then).
float capital_that_fits(ui::Frame& frame, std::string_view text, float width_mm, float most_mm,
                        float least_mm, ui::Weight weight = ui::Weight::bold);

} // namespace rexue::screens
