#include "kiosk/rules/queue/estimate.h"

#include <algorithm>
#include <optional>

namespace rexue::queue {

namespace {

namespace chr = std::chrono;

constexpr size_t min_tempo_samples = 5;
// A gap longer than this was a lunch break, not a donor.
constexpr chr::minutes longest_believable_gap{30};

std::optional<chr::milliseconds> median_gap(const QueueState& state, std::string_view stage) {
    const auto tempo = std::ranges::find(state.tempo, stage, &QueueState::StageTempo::stage);
    if (tempo == state.tempo.end() || tempo->calls.size() < min_tempo_samples) return {};
    std::vector<chr::milliseconds> gaps;
    for (size_t i = 1; i < tempo->calls.size(); ++i) {
        const auto gap = tempo->calls[i] - tempo->calls[i - 1];
        if (gap > chr::milliseconds(0) && gap <= longest_believable_gap) gaps.push_back(gap);
    }
    if (gaps.size() + 1 < min_tempo_samples) return {};
    std::ranges::sort(gaps);
    return gaps[gaps.size() / 2];
}

} // namespace

WaitEstimate estimate_wait(const QueueState& state, std::string_view stage, std::string_view ticket,
                           int open_points, const StagePace& pace) {
    const TicketState* known = find_ticket(state, ticket);
    if (known != nullptr && (known->status != TicketStatus::waiting || known->stage != stage)) {
        return {};
    }
    const auto line = waiting_at(state, stage);
    const auto mine = std::ranges::find(line, ticket, &TicketState::ticket);
    const auto ahead = static_cast<int>(mine - line.begin());
    const int points = std::max(1, open_points);

    chr::milliseconds quick = chr::milliseconds(pace.quick) / points;
    chr::milliseconds slow = chr::milliseconds(pace.slow) / points;
    if (const auto gap = median_gap(state, stage)) {
        // The gap between calls already holds how many points are at work.
        quick = *gap * 3 / 4;
        slow = *gap * 5 / 4;
    }
    return {.people_ahead = ahead,
            .from = chr::floor<chr::minutes>(quick * ahead),
            .to = chr::ceil<chr::minutes>(slow * (ahead + 1))};
}

} // namespace rexue::queue
