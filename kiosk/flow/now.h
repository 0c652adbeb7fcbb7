// The time, handed to every transition: a flow never asks for it.
#pragma once

#include <chrono>

#include "platform/base/date_text.h"

namespace rexue::flow {

struct Now {
    base::Instant wall{};                // for what is shown and recorded
    std::chrono::milliseconds steady{0}; // for deadlines; never steps
};

} // namespace rexue::flow
