// How long until it is my turn: an honest range, not a promise.
#pragma once

#include <chrono>
#include <string_view>

#include "kiosk/rules/queue/fold.h"

namespace rexue::queue {

// Minutes one donor takes at a stage before the day has shown its own tempo. Station practice
// as it was told to us, to be confirmed by the station.
struct StagePace {
    std::chrono::minutes quick{3};
    std::chrono::minutes slow{5};
};

struct WaitEstimate {
    int people_ahead = 0;
    std::chrono::minutes from{0};
    std::chrono::minutes to{0}; // >= from

    bool operator==(const WaitEstimate&) const = default;
};

// For somebody who joins `stage` now, or for `ticket` when it already waits there. A ticket that
// has been called from that line, or has gone on, waits no more: nobody ahead, no minutes.
// `open_points`: service points of that stage at work, at least 1 is assumed.
// With five calls of today the median gap between calls takes the place of the pace: a range of
// three quarters to five quarters of it for each person ahead, and for one more.
WaitEstimate estimate_wait(const QueueState& state, std::string_view stage, std::string_view ticket,
                           int open_points, const StagePace& pace = {});

} // namespace rexue::queue
