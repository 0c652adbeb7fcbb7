// A call for help grows louder until somebody answers it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/rules/queue/fold.h"

namespace rexue::queue {

enum class HelpLevel {
    asked,      // every desk is told
    urgent,     // every desk is told in a way that cannot be overlooked
    everywhere, // the board and locked desks tell it too: whoever is in the house can go
};
BOOST_DESCRIBE_ENUM(HelpLevel, asked, urgent, everywhere)

inline constexpr std::chrono::seconds help_is_urgent_after{60};
inline constexpr std::chrono::seconds help_is_everywhere_after{180};

// `now` by the clock of whoever looks. A request from a clock that is ahead is a new one.
HelpLevel help_level(const HelpRequest& request, base::Instant now);

// The open requests that are at this level or above it, oldest first.
std::vector<HelpRequest> help_from(const QueueState& state, HelpLevel level, base::Instant now);

// When the next open request reaches its next level; none while nothing will change by itself.
std::optional<base::Instant> next_help_level_at(const QueueState& state, base::Instant now);

// Somebody has answered this request, or what it was about is mended. False for one that the log
// does not have yet.
bool help_has_ended(const QueueState& state, const base::Uuid& request);

// The letter of the numbers that the asking terminal gives: what it is known by in the house, where
// nobody knows its id. Empty before it has given one today.
std::string series_of(const QueueState& state, const HelpRequest& request);

} // namespace rexue::queue
