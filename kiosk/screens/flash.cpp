#include "kiosk/screens/flash.h"

#include <chrono>

namespace rexue::screens {

bool flashes_bright(ui::Frame& frame) {
    constexpr std::chrono::milliseconds half_period{500};
    frame.redraw_in(half_period - frame.now() % half_period);
    return (frame.now() / half_period) % 2 == 0;
}

} // namespace rexue::screens
