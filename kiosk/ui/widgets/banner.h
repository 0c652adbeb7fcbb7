// A lasting remark across the screen: what is out of order, what has been done.
#pragma once

#include <string_view>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/widgets/tone.h"

namespace rexue::ui::widgets {

struct Banner {
    Tone tone = Tone::calm;
    std::string_view words;
    std::string_view detail = {};
    std::string_view icon = {}; // the tone's own if empty
};

// The height in millimetres that holds all of it: measured first, so that nothing jumps.
float banner_height(Frame& frame, float width_mm, const Banner& banner);
void banner(Frame& frame, const Rect& rect, const Banner& banner);

} // namespace rexue::ui::widgets
