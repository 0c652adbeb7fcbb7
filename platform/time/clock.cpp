#include "platform/time/clock.h"

#include <algorithm>

namespace rexue::time {

namespace chr = std::chrono;

namespace {

// In milliseconds before anything is compared: in nanoseconds the calendar ends in 2262, and a
// floor beyond it would overflow.
base::Instant machine_time() {
    return chr::floor<chr::milliseconds>(chr::system_clock::now());
}

} // namespace

base::Instant SystemClock::wall() const {
    const std::lock_guard lock(mutex_);
    return std::max(machine_time(), floor_);
}

Moment SystemClock::steady() const {
    return chr::floor<chr::milliseconds>(chr::steady_clock::now());
}

void SystemClock::raise_floor(base::Instant floor) {
    const std::lock_guard lock(mutex_);
    floor_ = std::max(floor_, floor);
}

bool SystemClock::below_floor() const {
    const std::lock_guard lock(mutex_);
    return floor_ - machine_time() > tolerance;
}

base::Instant SimulatedClock::wall() const {
    const std::lock_guard lock(mutex_);
    return wall_;
}

Moment SimulatedClock::steady() const {
    const std::lock_guard lock(mutex_);
    return steady_;
}

void SimulatedClock::advance(chr::milliseconds by) {
    const std::lock_guard lock(mutex_);
    wall_ += by;
    steady_ += by;
}

void SimulatedClock::step_wall(chr::milliseconds by) {
    const std::lock_guard lock(mutex_);
    wall_ += by;
}

} // namespace rexue::time
