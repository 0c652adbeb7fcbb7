// How far a measurement is.
#pragma once

#include <chrono>
#include <cstdio>

namespace rexue::bench {

// On stderr, with the seconds since the first word: the table is all that stdout holds.
inline void tell(const char* what) {
    static const auto first = std::chrono::steady_clock::now();
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - first;
    std::fprintf(stderr, "rexue-bench: %4.0f s: %s\n", passed.count(), what);
}

} // namespace rexue::bench
