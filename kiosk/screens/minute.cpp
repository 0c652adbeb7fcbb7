#include "kiosk/screens/minute.h"

#include <chrono>

namespace rexue::screens {

void redraw_next_minute(ui::Frame& frame, base::Instant now) {
    const auto into_minute = now.time_since_epoch() % std::chrono::minutes(1);
    frame.redraw_in(std::chrono::minutes(1) - into_minute + std::chrono::milliseconds(1));
}

bool flashes_bright(ui::Frame& frame) {
    constexpr std::chrono::milliseconds half_period{500};
    frame.redraw_in(half_period - frame.now() % half_period);
    return (frame.now() / half_period) % 2 == 0;
}

} // namespace rexue::screens
