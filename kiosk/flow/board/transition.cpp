#include "kiosk/flow/board/session.h"

namespace rexue::flow::board {

namespace {

// The call that is new in `after`: first in the list and not there before, or called again.
std::optional<queue::StandingCall> new_call(const queue::QueueState& before,
                                            const queue::QueueState& after) {
    if (after.calls.empty()) return std::nullopt;
    const queue::StandingCall& newest = after.calls.front();
    for (const queue::StandingCall& call : before.calls) {
        if (call == newest) return std::nullopt;
    }
    return newest;
}

void queue_moved(Outcome& outcome, const queue::QueueState& queue, const Now& now) {
    const bool had_a_queue = outcome.session.queue.day != base::Date{};
    if (const auto call = new_call(outcome.session.queue, queue); call && had_a_queue) {
        outcome.session.flash_until = now.steady + flash_lasts;
        outcome.effects.emplace_back(AnnounceCall{.call = *call});
    }
    outcome.session.queue = queue;
}

} // namespace

Outcome transition(const Session& session, const Event& event, const Now& now) {
    Outcome outcome{.session = session, .effects = {}};
    if (const auto* house = std::get_if<HouseChanged>(&event)) {
        outcome.session.house = house->house;
    } else if (const auto* moved = std::get_if<QueueMoved>(&event)) {
        queue_moved(outcome, moved->queue, now);
    } else if (const auto* link = std::get_if<LinkChanged>(&event)) {
        if (link->link != session.link) outcome.session.link_since = now.wall;
        outcome.session.link = link->link;
    } else if (session.flash_until && now.steady >= *session.flash_until) {
        outcome.session.flash_until.reset();
    }
    return outcome;
}

std::optional<std::chrono::milliseconds> next_deadline(const Session& session) {
    return session.flash_until;
}

} // namespace rexue::flow::board
