// How far something that has just come has come in.
#pragma once

#include <string_view>

#include "kiosk/ui/frame.h"

namespace rexue::ui::widgets {

// 0 … 1 in 160 ms, fast first, and asks for the frames it takes. 1 at once without motion.
float entrance(Frame& frame, std::string_view id);

} // namespace rexue::ui::widgets
