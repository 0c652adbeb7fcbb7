#include "platform/time/build_time.h"

namespace rexue::time {

base::Instant build_time() {
    return base::Instant(std::chrono::seconds(REXUE_BUILD_TIME_S));
}

} // namespace rexue::time
