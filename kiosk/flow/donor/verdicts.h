// What the rules say of a donor, as a visit keeps it.
#pragma once

#include <string>
#include <vector>

#include "kiosk/rules/donation/assessment.h"

namespace rexue::flow::donor {

struct Verdicts {
    std::vector<donation::Assessment> by_type; // empty: nothing is known to go by
    std::vector<std::string> for_staff;        // questions that staff ask about, each once
    std::string book;                          // id|version; empty when there is none

    bool operator==(const Verdicts&) const = default;
};

// How the talk ends for the donor.
enum class Ending { go_on, talk_to_staff, other_type, not_today };

} // namespace rexue::flow::donor
