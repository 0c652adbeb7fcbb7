// How soon a card that is held before a camera has its verdict.
#pragma once

#include <vector>

#include "tests/bench/figures.h"

namespace rexue::bench {

// "card verified": one verification of a text that is at hand, on one core, the mean of a second's
// worth; a limit of 1 ms is 1,000 a second. "card scan to verdict p95": from a frame of 1280×720 in
// memory, the code turned and somewhat blurred, to the verdict. A few seconds, one thread.
// internal when a card that must be read was not.
base::Result<std::vector<Figure>> bench_credentials();

} // namespace rexue::bench
