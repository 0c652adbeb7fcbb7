// A small number that is made less or more by one step a tap.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/ui/frame.h"

namespace rexue::ui::widgets {

struct Stepper {
    std::string_view label; // what is counted, for speech
    int value = 0;
    int least = 0;
    int most = 0;
    int step = 1;                // at least 1
    std::string_view words = {}; // the value as it is shown: "2 次"; the bare number if empty
};

// A value outside its limits is shown and counted from as the nearest one inside. The last step
// ends at the limit. Needs a height of `Metrics::target_mm` at least.
std::optional<int> stepper(Frame& frame, std::string_view id, const Rect& rect,
                           const Stepper& stepper);

} // namespace rexue::ui::widgets
