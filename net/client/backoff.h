// How long to wait before trying again: longer each time, and never in step with the others.
#pragma once

#include <chrono>
#include <cstdint>
#include <random>

namespace rexue::client {

// After a power cut all terminals of a city come back in the same second. The jitter spreads
// them: each wait is drawn evenly from half of the present step to the whole of it, and the
// step doubles from `first` up to `longest`. The same seed gives the same waits.
class Backoff {
  public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest, std::uint64_t seed);

    // The wait before the next try. Never more than `longest`, never less than half of `first`.
    std::chrono::milliseconds next();

    // It worked: the next failure starts at `first` again.
    void reset() { step_ = first_; }

  private:
    const std::chrono::milliseconds first_;
    const std::chrono::milliseconds longest_;
    std::chrono::milliseconds step_;
    std::mt19937_64 random_;
};

// A seed from the kernel, for everything that is not a test.
std::uint64_t random_seed();

} // namespace rexue::client
