// Waits for what an ID reader says.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

#include "platform/devices/id_reader/id_reader.h"

namespace rexue::devices {

// What a sink heard, in order.
class HeardEvents {
  public:
    IdReader::Sink sink() {
        return [this](IdReaderEvent event) {
            const std::lock_guard lock(mutex_);
            events_.push_back(event);
            heard_.notify_all();
        };
    }

    // Waits for the next event that fits, and passes it and all before it; false at the deadline.
    bool await(const std::function<bool(const IdReaderEvent&)>& fits,
               std::chrono::steady_clock::duration patience) {
        std::unique_lock lock(mutex_);
        return heard_.wait_for(lock, patience, [&] {
            while (passed_ < events_.size()) {
                if (fits(events_[passed_++])) return true;
            }
            return false;
        });
    }

    bool await(IdReaderCondition condition, std::chrono::steady_clock::duration patience) {
        return await(
            [condition](const IdReaderEvent& event) {
                const auto* changed = std::get_if<IdReaderChanged>(&event);
                return changed != nullptr && changed->condition == condition;
            },
            patience);
    }

    bool await_card(std::chrono::steady_clock::duration patience) {
        return await(
            [](const IdReaderEvent& event) { return std::holds_alternative<CardRead>(event); },
            patience);
    }

    size_t cards() const {
        const std::lock_guard lock(mutex_);
        return static_cast<size_t>(std::ranges::count_if(events_, [](const IdReaderEvent& event) {
            return std::holds_alternative<CardRead>(event);
        }));
    }

  private:
    mutable std::mutex mutex_;
    std::condition_variable heard_;
    std::vector<IdReaderEvent> events_;
    size_t passed_ = 0;
};

} // namespace rexue::devices
