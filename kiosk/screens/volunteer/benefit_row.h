// One benefit in a list.
#pragma once

#include <span>

#include "kiosk/rules/honour/catalogue.h"
#include "kiosk/ui/frame.h"

namespace rexue::screens::volunteer {

// One height for all of a list: that of the tallest.
float benefit_row_height(ui::Frame& frame, std::span<const honour::Offered> offers, float width_mm);
void draw_benefit_row(ui::Frame& frame, const honour::Offered& offer, const ui::Rect& place);

} // namespace rexue::screens::volunteer
