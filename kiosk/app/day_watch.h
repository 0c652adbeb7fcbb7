// Notices midnight: yesterday's queue must not stay on a screen until somebody comes in.
#pragma once

#include "kiosk/flow/now.h"

namespace rexue::app {

class DayWatch {
  public:
    // True when the house's local date differs from that of the last call; false the first time.
    bool changed(const flow::Now& now, std::chrono::minutes utc_offset) {
        const base::Date day = base::local_time(now.wall, utc_offset).date;
        const bool other = day_ != base::Date{} && day != day_;
        day_ = day;
        return other;
    }

  private:
    base::Date day_{};
};

} // namespace rexue::app
