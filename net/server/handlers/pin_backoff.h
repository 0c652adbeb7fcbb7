// How long an account waits after wrong PINs. PURE.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

#include "net/server/store/rows.h"

namespace rexue::server {

inline constexpr int free_pin_tries = 5;
inline constexpr std::chrono::seconds first_pin_wait{60};
inline constexpr std::chrono::seconds longest_pin_wait = std::chrono::hours(8);

// Whole seconds until the account may be tried again; nothing when it may be now.
inline std::optional<std::chrono::seconds> time_left(const StaffMember& member, base::Instant now) {
    if (now >= member.blocked_until) return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(member.blocked_until - now);
}

inline void note_right_pin(StaffMember& member) {
    member.wrong_pins_in_a_row = 0;
    member.blocked_until = {};
}

// The fifth wrong PIN in a row costs 60 s, each further one twice as long as the one before.
inline void note_wrong_pin(StaffMember& member, base::Instant now) {
    member.wrong_pins_in_a_row += 1;
    const int beyond = member.wrong_pins_in_a_row - free_pin_tries;
    if (beyond < 0) return;
    const auto wait = first_pin_wait * (1LL << std::min(beyond, 20));
    member.blocked_until = now + std::min<std::chrono::seconds>(wait, longest_pin_wait);
}

} // namespace rexue::server
