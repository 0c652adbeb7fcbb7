#include "kiosk/rules/queue/log_view.h"

#include <algorithm>

namespace rexue::queue {

void LogView::take_snapshot(const std::vector<HouseEvent>& events, std::int64_t last_sequence) {
    ordered_ = QueueState{};
    for (const HouseEvent& event : events) {
        apply(ordered_, event);
        std::erase_if(own_, [&](const HouseEvent& own) { return own.id == event.id; });
    }
    last_sequence_ = last_sequence;
    rebuild();
}

void LogView::follow(const HouseEvent& event, std::int64_t sequence) {
    if (sequence <= last_sequence_) return;
    last_sequence_ = sequence;
    apply(ordered_, event);
    std::erase_if(own_, [&](const HouseEvent& own) { return own.id == event.id; });
    rebuild();
}

void LogView::add_own(const HouseEvent& event) {
    // After a restart the outbox still holds what the server may have long since: the fold counts
    // an event once, however often it comes.
    own_.push_back(event);
    rebuild();
}

void LogView::rebuild() {
    state_ = ordered_;
    for (const HouseEvent& event : own_)
        apply(state_, event);
    // Yesterday's unsent events are history that still has to be sent, not queue.
    std::erase_if(own_, [&](const HouseEvent& own) { return own.day < state_.day; });
}

} // namespace rexue::queue
