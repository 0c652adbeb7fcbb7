#include "kiosk/screens/next_minute.h"

namespace rexue::screens {

void redraw_at_next_minute(ui::Frame& frame, const flow::Now& now) {
    const auto into_minute = now.wall.time_since_epoch() % std::chrono::minutes(1);
    frame.redraw_in(std::chrono::minutes(1) - into_minute + std::chrono::milliseconds(1));
}

} // namespace rexue::screens
