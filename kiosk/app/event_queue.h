// What happened since the window thread last looked: many post, one reads once a frame.
//
// The window thread reads many times a second, and hardly anything comes faster than hands move:
// cards, codes, answers to questions, conditions of devices. The house, its queue and the line
// come as fast as a server sends, but a newer one says all that an older one said. So only a window
// thread that hangs for minutes fills the queue; then the newest of each kind is still kept, and
// what had to go is counted.
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <functional>
#include <iterator>
#include <mutex>
#include <utility>
#include <variant>
#include <vector>

#include "kiosk/flow/surface_event.h"
#include "platform/base/error.h"

namespace rexue::app {

template <typename Event>
class EventQueue {
  public:
    struct Waiting {
        Event event;
        // Asked by the reader when the event's turn comes; empty: still wanted.
        std::function<bool()> still_wanted;
    };
    struct Taken {
        std::vector<Waiting> events; // oldest first
        size_t dropped = 0;          // had to go since the last time
    };

    static constexpr size_t kinds = std::variant_size_v<Event>;

    // `capacity` above the number of kinds. `wake` is called after each post, outside the lock,
    // from the posting thread.
    EventQueue(size_t capacity, std::function<void()> wake)
        : capacity_(capacity), wake_(std::move(wake)) {
        REXUE_ASSERT(capacity > kinds);
    }

    // Any thread, never blocks for long.
    void post(Waiting waiting) {
        {
            const std::lock_guard lock(mutex_);
            if (replaces_older(waiting.event.index())) {
                std::erase_if(waiting_, [&](const Waiting& older) {
                    return older.event.index() == waiting.event.index();
                });
            }
            waiting_.push_back(std::move(waiting));
            if (waiting_.size() > capacity_) drop_outdated();
        }
        if (wake_) wake_();
    }

    Taken take() {
        const std::lock_guard lock(mutex_);
        Taken taken{.events = {std::make_move_iterator(waiting_.begin()),
                               std::make_move_iterator(waiting_.end())},
                    .dropped = std::exchange(dropped_, 0)};
        waiting_.clear();
        return taken;
    }

  private:
    static bool replaces_older(size_t kind) {
        return [&]<size_t... index>(std::index_sequence<index...>) {
            constexpr std::array replaces{
                flow::replaces_older<std::variant_alternative_t<index, Event>>...};
            return replaces[kind];
        }(std::make_index_sequence<kinds>());
    }

    // The oldest that a newer of its kind has followed. There is one: more wait than there are
    // kinds.
    void drop_outdated() {
        std::array<size_t, kinds> waiting_of_kind{};
        for (const Waiting& waiting : waiting_)
            ++waiting_of_kind[waiting.event.index()];
        for (auto oldest = waiting_.begin(); oldest != waiting_.end(); ++oldest) {
            if (waiting_of_kind[oldest->event.index()] < 2) continue;
            waiting_.erase(oldest);
            ++dropped_;
            return;
        }
    }

    const size_t capacity_;
    const std::function<void()> wake_;
    std::mutex mutex_;
    std::deque<Waiting> waiting_;
    size_t dropped_ = 0;
};

} // namespace rexue::app
