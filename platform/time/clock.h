// What time it is, for whoever may ask: devices, net and app. Rules and flows are told instead.
#pragma once

#include <chrono>
#include <mutex>

#include "platform/base/date_text.h"

namespace rexue::time {

// Time since an arbitrary start that never steps: for deadlines and durations.
using Moment = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;

// Any thread may call either.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual base::Instant wall() const = 0;
    virtual Moment steady() const = 0;
};

// The machine's clocks. A terminal without a clock battery wakes up in 1970, and certificates
// then look "not yet valid": `wall` never goes below the floor (build time, or the last date a
// server sent).
class SystemClock final : public Clock {
  public:
    base::Instant wall() const override;
    Moment steady() const override;

    // Raises the floor; a lower value is ignored.
    void raise_floor(base::Instant floor);
    // True while the machine's own clock is below the floor by more than the tolerance: shown to
    // staff by name. Below it by a little is every clock beside another.
    bool below_floor() const;
    static constexpr std::chrono::minutes tolerance{2};

  private:
    mutable std::mutex mutex_;
    base::Instant floor_{};
};

// Stands still until a test moves it.
class SimulatedClock final : public Clock {
  public:
    explicit SimulatedClock(base::Instant wall) : wall_(wall) {}

    base::Instant wall() const override;
    Moment steady() const override;

    // Both clocks go forward.
    void advance(std::chrono::milliseconds by);
    // The wall clock steps, as when an operator or NTP sets it; deadlines do not notice.
    void step_wall(std::chrono::milliseconds by);

  private:
    mutable std::mutex mutex_;
    base::Instant wall_;
    Moment steady_{};
};

} // namespace rexue::time
