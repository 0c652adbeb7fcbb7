// Screens that show a clock are drawn once a minute, as the clock is.
#pragma once

#include "kiosk/ui/frame.h"
#include "platform/base/date_text.h"

namespace rexue::screens {

// Asks for a frame when the minute of `now` is over.
void redraw_next_minute(ui::Frame& frame, base::Instant now);

// Half a second bright, half a second calm: seen from afar, and far from the three flashes a second
// that WCAG 2.1, 2.3.1, allows. Asks for the next frame itself.
bool flashes_bright(ui::Frame& frame);

} // namespace rexue::screens
