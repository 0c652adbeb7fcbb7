// What a running program costs, as the kernel tells it.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <sys/types.h>

#include "platform/base/error.h"

namespace rexue::bench {

// Its proportional share of memory, 10^6 bytes.
base::Result<double> pss_megabytes(pid_t process);

struct ThreadCost {
    std::string name;
    double wakes_per_second = 0;
    double core_percent = 0;
};
struct IdleCost {
    double core_percent = 0; // of one core, user and system
    double wakes_per_second = 0;
    std::vector<ThreadCost> threads; // those that woke, most wakes first
};
// Watches a program for this long, all its threads. unavailable once it has gone.
base::Result<IdleCost> watch_idle(pid_t process, std::chrono::seconds duration);

} // namespace rexue::bench
