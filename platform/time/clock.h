// What time it is, for whoever may ask: devices, net and app. Rules and flows are told instead.
#pragma once

#include <chrono>
#include <mutex>

#include "platform/base/date_text.h"
#include "platform/time/build_time.h"

namespace rexue::time {

// Time since an arbitrary start that never steps: for deadlines and durations.
using Moment = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;

// Any thread may call either.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual base::Instant wall() const = 0;
    virtual Moment steady() const = 0;
    // True while the machine's own clock is known to be wrong, because it is behind a time that
    // has certainly been: staff are told so by name. `wall` is better than that clock all along.
    virtual bool below_floor() const { return false; }
};

// The machine's clocks. A terminal without a clock battery wakes up in 1970, and certificates
// then look "not yet valid": `wall` never goes below the floor, which is the build time or the
// newest date of a server, and goes on from there at the pace of the steady clock.
class SystemClock final : public Clock {
  public:
    base::Instant wall() const override;
    Moment steady() const override;

    // Raises the floor; a lower value is ignored.
    void raise_floor(base::Instant floor);
    // By more than `tolerated_lag`: two good clocks differ by seconds.
    bool below_floor() const override;

    static constexpr std::chrono::minutes tolerated_lag{2};

  private:
    base::Instant floor_now() const;

    mutable std::mutex mutex_;
    base::Instant floor_ = build_time();
    Moment floor_since_ = steady();
};

// Stands still until a test moves it.
class SimulatedClock final : public Clock {
  public:
    explicit SimulatedClock(base::Instant wall) : wall_(wall) {}

    base::Instant wall() const override;
    Moment steady() const override;
    bool below_floor() const override;

    // As if the machine behind it were known to be wrong.
    void set_below_floor(bool below);
    // Both clocks go forward.
    void advance(std::chrono::milliseconds by);
    // The wall clock steps, as when an operator or NTP sets it; deadlines do not notice.
    void step_wall(std::chrono::milliseconds by);

  private:
    mutable std::mutex mutex_;
    base::Instant wall_;
    Moment steady_{};
    bool below_floor_ = false;
};

} // namespace rexue::time
