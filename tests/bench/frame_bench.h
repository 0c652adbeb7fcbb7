// What one full redraw of a screen costs, on a real window, beside a clear and a swap.
#pragma once

#include <string>
#include <vector>

#include "platform/base/error.h"

namespace rexue::bench {

inline constexpr const char* clear_and_swap_name = "clear and swap";

struct FrameCost {
    std::string screen;     // a scene's name, or `clear_and_swap_name`
    std::vector<double> ms; // from the first line of the screen's code to the end of the swap
};

// Every scene of the picture tests, `count` times each, on windows of their canvases' sizes on the
// display that DISPLAY names; each size's "clear and swap" stands before its screens.
base::Result<std::vector<FrameCost>> frame_costs(int count);

} // namespace rexue::bench
