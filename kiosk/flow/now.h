// The time, handed to every transition: a flow never asks for it.
#pragma once

#include <chrono>
#include <initializer_list>
#include <optional>

#include "platform/base/date_text.h"

namespace rexue::flow {

struct Now {
    base::Instant wall{};                // for what is shown and recorded
    std::chrono::milliseconds steady{0}; // for deadlines; never steps
};

using Deadline = std::optional<std::chrono::milliseconds>; // of the steady time

inline Deadline earliest(std::initializer_list<Deadline> deadlines) {
    Deadline first;
    for (const Deadline& deadline : deadlines) {
        if (deadline && (!first || *deadline < *first)) first = deadline;
    }
    return first;
}

} // namespace rexue::flow
