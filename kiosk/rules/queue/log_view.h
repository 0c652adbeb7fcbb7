// A follower's view of today's house log: what the server has ordered, and on top of it this
// terminal's own events that the server has not got yet. So a terminal that is cut off still
// counts its own donors, and nothing is counted twice when the line is back.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/rules/queue/fold.h"

namespace rexue::queue {

class LogView {
  public:
    // Today's events, all of them: replaces what was followed before.
    void take_snapshot(const std::vector<HouseEvent>& events, std::int64_t last_sequence);
    // The next event of the sequence. One that was seen before changes nothing.
    void follow(const HouseEvent& event, std::int64_t sequence);
    // Made here, or decided for here; stays on top until it comes back with a place. One that has
    // come back already, or is there already, changes nothing.
    void add_own(const HouseEvent& event);

    const QueueState& state() const { return state_; }
    // Where to resume.
    std::int64_t last_sequence() const { return last_sequence_; }

  private:
    void rebuild();

    QueueState ordered_;
    std::vector<HouseEvent> own_;
    QueueState state_;
    std::int64_t last_sequence_ = 0;
};

} // namespace rexue::queue
