// How far a measurement is.
#pragma once

#include <cstdio>

namespace rexue::bench {

// On stderr: the table is all that stdout holds.
inline void tell(const char* what) {
    std::fprintf(stderr, "rexue-bench: %s\n", what);
}

} // namespace rexue::bench
