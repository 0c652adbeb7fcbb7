// The engines as they are installed, and short ways to ask them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "platform/input_method/input_method.h"

namespace rexue::input_method {

inline Files installed_files() {
    return Files::installed(REXUE_HAN_TABLE);
}

inline std::vector<std::string> texts(const std::vector<Candidate>& candidates) {
    std::vector<std::string> all;
    for (const Candidate& candidate : candidates)
        all.push_back(candidate.text);
    return all;
}

inline const Candidate* find(const std::vector<Candidate>& candidates, std::string_view text) {
    const auto found = std::ranges::find(candidates, text, &Candidate::text);
    return found == candidates.end() ? nullptr : &*found;
}

} // namespace rexue::input_method
