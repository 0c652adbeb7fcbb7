// The time of a journey: the real date (certificates are checked against it), moved by hand.
#pragma once

#include <chrono>
#include <mutex>

#include "platform/time/clock.h"

namespace rexue::journeys {

// Goes on with the machine's clocks, so that retries of other threads come to pass, and can be
// moved ahead, so that no journey waits for a deadline of the screens.
class JourneyClock final : public time::Clock {
  public:
    base::Instant wall() const override {
        const std::lock_guard lock(mutex_);
        return machine_.wall() + ahead_;
    }
    time::Moment steady() const override {
        const std::lock_guard lock(mutex_);
        return machine_.steady() + ahead_;
    }
    void advance(std::chrono::milliseconds by) {
        const std::lock_guard lock(mutex_);
        ahead_ += by;
    }

  private:
    time::SystemClock machine_;
    mutable std::mutex mutex_;
    std::chrono::milliseconds ahead_{0};
};

} // namespace rexue::journeys
