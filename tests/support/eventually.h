// Waiting for another thread in a test: for a condition, never for a time.
#pragma once

#include <chrono>
#include <concepts>
#include <thread>

namespace rexue::support {

// True as soon as `condition` is; false when it still is not after `deadline`.
template <std::predicate Condition>
bool eventually(Condition condition,
                std::chrono::milliseconds deadline = std::chrono::milliseconds(20'000)) {
    const auto end = std::chrono::steady_clock::now() + deadline;
    while (!condition()) {
        if (std::chrono::steady_clock::now() >= end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
}

} // namespace rexue::support
