// What calls out to people across the room.
#pragma once

#include "kiosk/ui/frame.h"

namespace rexue::screens {

// Half a second bright, half a second calm: seen from afar, and far from the three flashes a second
// that WCAG 2.1, 2.3.1, allows. Asks for the next frame itself.
bool flashes_bright(ui::Frame& frame);

} // namespace rexue::screens
