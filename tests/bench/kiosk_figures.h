// What was measured of the terminal beside the bare window, as lines of the table.
#pragma once

#include <vector>

#include "tests/bench/figures.h"
#include "tests/bench/kiosk_bench.h"

namespace rexue::bench {

// "idle on attract, scanning apart" is what the limit of an idle screen is for. A camera that
// streams is searched for codes all the time: that has the limit of scanning.
std::vector<Figure> figures_of(const Comparison& measured);

// What each thread does at rest, on stdout.
void print_threads(const Comparison& measured);

} // namespace rexue::bench
