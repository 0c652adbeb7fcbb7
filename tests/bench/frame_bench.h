// What one full redraw of a screen costs, on a real window, beside a clear and a swap.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/base/error.h"

namespace rexue::bench {

inline constexpr const char* clear_and_swap_name = "clear and swap";

struct FrameCost {
    std::string screen;     // a scene's name, or `clear_and_swap_name`
    std::vector<double> ms; // from the first line of the screen's code to the end of the swap
};

// What a busy machine cannot spoil, beside what somebody at the glass waits for.
struct ProcessorCost {
    std::string scene;
    double ms = 0; // of all threads, a redraw that nothing disturbed
};

struct FrameCosts {
    std::vector<FrameCost> timed; // each size's "clear and swap" stands before its screens
    size_t scenes = 0;            // every screen in every manner; each was drawn once at least
    size_t not_timed = 0; // of them: in one pass another manner of the same screen was dearer
    std::vector<ProcessorCost> dearest; // the dearest manner of each screen, dearest screen first
};

// Of every screen all manners are drawn once, and the dearest of them by the processor's time is
// timed, `count` redraws, and so is every scene of the picture tests. On windows of their canvases'
// sizes on the display that DISPLAY names. `prefix`: only scenes whose names begin so.
base::Result<FrameCosts> frame_costs(int count, std::string_view prefix = {});

} // namespace rexue::bench
