#include "kiosk/rules/queue/help.h"

#include <algorithm>
#include <iterator>

namespace rexue::queue {

HelpLevel help_level(const HelpRequest& request, base::Instant now) {
    const auto waited = now - request.at;
    if (waited >= help_is_everywhere_after) return HelpLevel::everywhere;
    return waited >= help_is_urgent_after ? HelpLevel::urgent : HelpLevel::asked;
}

std::vector<HelpRequest> help_from(const QueueState& state, HelpLevel level, base::Instant now) {
    std::vector<HelpRequest> found;
    std::ranges::copy_if(state.help, std::back_inserter(found), [&](const HelpRequest& request) {
        return help_level(request, now) >= level;
    });
    return found;
}

std::optional<base::Instant> next_help_level_at(const QueueState& state, base::Instant now) {
    std::optional<base::Instant> next;
    for (const HelpRequest& request : state.help) {
        for (const std::chrono::seconds after : {help_is_urgent_after, help_is_everywhere_after}) {
            const base::Instant at = request.at + after;
            if (at > now && (!next || at < *next)) next = at;
        }
    }
    return next;
}

bool help_has_ended(const QueueState& state, const base::Uuid& request) {
    return std::ranges::binary_search(state.applied, request) &&
           std::ranges::find(state.help, request, &HelpRequest::id) == state.help.end();
}

std::string series_of(const QueueState& state, const HelpRequest& request) {
    const auto given = std::ranges::find(state.tickets, request.terminal, &TicketState::terminal);
    return given == state.tickets.end() ? std::string() : given->ticket.substr(0, 1);
}

} // namespace rexue::queue
