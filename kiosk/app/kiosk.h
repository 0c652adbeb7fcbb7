// The whole program: builds the parts, runs the loop.
#pragma once

#include "kiosk/app/options.h"

namespace rexue::app {

// Exit code: 0 after a calm end, 1 when something that must be there is not (said on stderr).
int run_kiosk(const Options& options);

} // namespace rexue::app
