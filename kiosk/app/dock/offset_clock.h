// The machine's clock, seen from another time: how a house looks tomorrow, without waiting.
#pragma once

#include <atomic>
#include <chrono>

#include "platform/time/clock.h"

namespace rexue::app {

// Any thread. Deadlines do not notice a jump, as when an operator sets the clock.
class OffsetClock final : public time::Clock {
  public:
    explicit OffsetClock(const time::Clock& machine) : machine_(machine) {}

    void set_offset(std::chrono::seconds offset) { offset_s_ = offset.count(); }

    base::Instant wall() const override {
        return machine_.wall() + std::chrono::seconds(offset_s_.load());
    }
    time::Moment steady() const override { return machine_.steady(); }
    bool below_floor() const override { return machine_.below_floor(); }

  private:
    const time::Clock& machine_;
    std::atomic<std::chrono::seconds::rep> offset_s_{0};
};

} // namespace rexue::app
