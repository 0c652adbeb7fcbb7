// Words in what room there is.
#pragma once

#include <string_view>

#include "kiosk/ui/frame.h"

namespace rexue::ui::widgets {

// The largest size, from `most` down to small, in which the words take one line of this width.
TextSize size_that_fits(Frame& frame, std::string_view words, float width_mm, TextSize most,
                        Weight weight = Weight::bold);

// The part of a button's width that is not for its words, at both sides together.
float button_sides_mm(const Frame& frame, TextSize size);

} // namespace rexue::ui::widgets
