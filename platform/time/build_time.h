// When this program was built: no true clock shows an earlier time.
#pragma once

#include "platform/base/date_text.h"

namespace rexue::time {

// The start of the day (UTC) on which the build was configured, or that SOURCE_DATE_EPOCH names.
base::Instant build_time();

} // namespace rexue::time
