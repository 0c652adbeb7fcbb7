// Staff looking at a visit: every screen of it with invented answers.
#pragma once

#include <vector>

#include "kiosk/flow/staff/session.h"

namespace rexue::screens::samples {

struct StaffCase {
    const char* name;
    flow::staff::Session session;
};

inline constexpr const char* very_long_name = "SAMPLE VISITOR WITH AN EXTRAORDINARILY LONG NAM";

// A nurse at a desk, with somebody called.
flow::staff::Session at_the_desk();
std::vector<StaffCase> review_cases();

} // namespace rexue::screens::samples
