#include <algorithm>
#include <ranges>
#include <vector>

#include "kiosk/flow/board/session.h"

namespace rexue::flow::board {

namespace {

// The calls of `after` that somebody has made since `before`, oldest first. A call that an undo
// brings back is none of them: it was announced in its time.
std::vector<queue::StandingCall> new_calls(const queue::QueueState& before,
                                           const queue::QueueState& after) {
    const auto was_made_since = [&](const queue::StandingCall& call) {
        return std::ranges::any_of(after.steps, [&](const queue::Step& step) {
            return step.before.ticket == call.ticket && step.at == call.at &&
                   std::ranges::find(before.steps, step.event, &queue::Step::event) ==
                       before.steps.end();
        });
    };
    std::vector<queue::StandingCall> calls;
    for (const queue::StandingCall& call : after.calls | std::views::reverse) {
        const bool stood = std::ranges::find(before.calls, call) != before.calls.end();
        if (!stood && was_made_since(call)) calls.push_back(call);
    }
    return calls;
}

bool same_newest(const queue::QueueState& before, const queue::QueueState& after) {
    if (before.calls.empty() || after.calls.empty()) return false;
    return before.calls.front() == after.calls.front();
}

void queue_moved(Outcome& outcome, const queue::QueueState& queue, const Now& now) {
    Session& session = outcome.session;
    const bool had_a_queue = session.queue.day != base::Date{};
    const auto calls =
        had_a_queue ? new_calls(session.queue, queue) : std::vector<queue::StandingCall>{};
    if (!is_quiet(session.house, now.wall)) {
        for (const queue::StandingCall& call : calls)
            outcome.effects.emplace_back(AnnounceCall{.call = call});
    }
    if (!calls.empty()) {
        session.flash_until = now.steady + flash_lasts;
    } else if (!same_newest(session.queue, queue)) {
        session.flash_until.reset(); // what flashed was taken back or is done
    }
    session.queue = queue;
}

// Since when the line is up, or away: trying again and again does not make it younger.
void link_changed(Outcome& outcome, Link link, const Now& now) {
    Session& session = outcome.session;
    const bool turned = (link == Link::online) != (session.link == Link::online);
    if (turned || session.link_since == base::Instant{}) session.link_since = now.wall;
    session.link = link;
}

} // namespace

Outcome transition(const Session& session, const Event& event, const Now& now) {
    Outcome outcome{.session = session, .effects = {}};
    if (const auto* house = std::get_if<HouseChanged>(&event)) {
        outcome.session.house = house->house;
    } else if (const auto* moved = std::get_if<QueueMoved>(&event)) {
        queue_moved(outcome, moved->queue, now);
    } else if (const auto* link = std::get_if<LinkChanged>(&event)) {
        link_changed(outcome, link->link, now);
    } else if (session.flash_until && now.steady >= *session.flash_until) {
        outcome.session.flash_until.reset();
    }
    return outcome;
}

std::optional<std::chrono::milliseconds> next_deadline(const Session& session) {
    return session.flash_until;
}

} // namespace rexue::flow::board
