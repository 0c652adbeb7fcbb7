// A date in three taps: year, month, day.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/widgets/date_choice.h"

namespace rexue::ui::widgets {

// The least height in millimetres: a calendar of six weeks with its three parts above.
float date_picker_height(const Frame& frame);

// Only dates of `range` can be pressed. Returns the date in the frame in which the tap on its day
// completes it; before and after, `choice` says what there is.
std::optional<base::Date> date_picker(Frame& frame, std::string_view id, const Rect& rect,
                                      const DateRange& range, DateChoice& choice);

} // namespace rexue::ui::widgets
