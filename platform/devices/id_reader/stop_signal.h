// How a device thread is told to leave, whatever it is waiting for.
#pragma once

#include <chrono>

namespace rexue::devices {

// Raised once and for good; any thread. The descriptor is readable from then on, so that a
// poll(2) over a device ends at once.
class StopSignal {
  public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    void raise();
    bool raised() const;
    // Waits until raised or until the time has passed; true when raised.
    bool wait_until(std::chrono::steady_clock::time_point deadline) const;
    int descriptor() const { return descriptor_; }

  private:
    const int descriptor_;
};

// Milliseconds from now for poll(2), rounded up so that a wait never ends early; never negative.
int poll_milliseconds(std::chrono::steady_clock::time_point deadline);

} // namespace rexue::devices
