// Clocks on screens that nobody touches.
#pragma once

#include "kiosk/flow/now.h"
#include "kiosk/ui/frame.h"

namespace rexue::screens {

// The picture is drawn anew when the wall clock's next minute has begun: its time is never an old
// one, and whoever waits for a new day is woken.
void redraw_at_next_minute(ui::Frame& frame, const flow::Now& now);

} // namespace rexue::screens
