#include "kiosk/rules/queue/fold.h"

#include <algorithm>
#include <iterator>

#include "kiosk/rules/queue/ticket_number.h"

namespace rexue::queue {

namespace {

TicketState* find_mutable(QueueState& state, const std::string& ticket) {
    const auto found = std::ranges::find(state.tickets, ticket, &TicketState::ticket);
    return found == state.tickets.end() ? nullptr : &*found;
}

// By series and count: A999 is before A1000, which text alone would turn round.
bool is_before(std::string_view ticket, std::string_view other) {
    const auto a = parse_ticket_number(ticket);
    const auto b = parse_ticket_number(other);
    return a && b ? *a < *b : ticket < other;
}

void drop_call(QueueState& state, std::string_view service_point) {
    std::erase_if(state.calls,
                  [&](const StandingCall& call) { return call.service_point == service_point; });
}

void drop_call_of_ticket(QueueState& state, std::string_view ticket) {
    std::erase_if(state.calls, [&](const StandingCall& call) { return call.ticket == ticket; });
}

void remember(QueueState& state, const HouseEvent& event, const TicketState& before) {
    state.steps.push_back({.event = event.id,
                           .kind = event.kind,
                           .at = event.at,
                           .before = before,
                           .calls_before = state.calls,
                           .service_point = event.service_point.value_or(before.service_point)});
    if (state.steps.size() > max_undo_steps) state.steps.erase(state.steps.begin());
}

void note_tempo(QueueState& state, const std::string& stage, base::Instant at) {
    auto found = std::ranges::find(state.tempo, stage, &QueueState::StageTempo::stage);
    if (found == state.tempo.end()) {
        found = state.tempo.insert(found, {.stage = stage, .calls = {}});
    }
    found->calls.push_back(at);
    if (found->calls.size() > max_tempo_samples) found->calls.erase(found->calls.begin());
}

// A call that was taken back says nothing about how fast the house works.
void forget_tempo(QueueState& state, const std::string& stage, base::Instant at) {
    const auto tempo = std::ranges::find(state.tempo, stage, &QueueState::StageTempo::stage);
    if (tempo == state.tempo.end()) return;
    const auto last = std::find(tempo->calls.rbegin(), tempo->calls.rend(), at);
    if (last != tempo->calls.rend()) tempo->calls.erase(std::next(last).base());
    if (tempo->calls.empty()) state.tempo.erase(tempo);
}

FoldOutcome check_in(QueueState& state, const HouseEvent& event) {
    if (find_mutable(state, *event.ticket) != nullptr) return FoldOutcome::already_so;
    state.tickets.push_back({.ticket = *event.ticket,
                             .visit = *event.visit,
                             .terminal = event.terminal,
                             .intent = *event.intent,
                             .stage = *event.stage,
                             .checked_in_at = event.at,
                             .waiting_since = event.at,
                             .changed_at = event.at});
    return FoldOutcome::applied;
}

FoldOutcome call(QueueState& state, const HouseEvent& event, TicketState& ticket) {
    if (ticket.status == TicketStatus::left) return FoldOutcome::not_possible;
    remember(state, event, ticket);
    if (event.kind == EventKind::called) note_tempo(state, ticket.stage, event.at);
    ticket.status = TicketStatus::called;
    ticket.service_point = *event.service_point;
    ticket.times_called += 1;
    ticket.changed_at = event.at;
    drop_call_of_ticket(state, ticket.ticket);
    drop_call(state, *event.service_point);
    state.calls.insert(state.calls.begin(), {.service_point = *event.service_point,
                                             .ticket = ticket.ticket,
                                             .at = event.at,
                                             .times = ticket.times_called});
    return FoldOutcome::applied;
}

FoldOutcome move_on(QueueState& state, const HouseEvent& event, TicketState& ticket) {
    const auto wait_at = [&](const std::string& stage) {
        ticket.status = TicketStatus::waiting;
        ticket.stage = stage;
        ticket.waiting_since = event.at;
        ticket.times_called = 0;
        ticket.service_point.clear();
    };
    if (ticket.status == TicketStatus::left) return FoldOutcome::already_so;
    if (event.kind == EventKind::missed && ticket.status != TicketStatus::called) {
        return FoldOutcome::not_possible;
    }
    if (event.kind == EventKind::returned && ticket.status != TicketStatus::missed) {
        return FoldOutcome::not_possible;
    }
    if (event.kind == EventKind::arrived && ticket.status == TicketStatus::being_served &&
        ticket.service_point == *event.service_point) {
        return FoldOutcome::already_so;
    }
    // Sent on twice, by two taps or two desks: the first one's place in the line holds.
    if (event.kind == EventKind::transferred && ticket.status == TicketStatus::waiting &&
        ticket.stage == *event.stage) {
        return FoldOutcome::already_so;
    }
    remember(state, event, ticket);
    ticket.changed_at = event.at;
    if (event.kind == EventKind::arrived) {
        ticket.status = TicketStatus::being_served;
        ticket.service_point = *event.service_point;
        // Served at another desk than the one that called: that call is over.
        std::erase_if(state.calls, [&](const StandingCall& call) {
            return call.ticket == ticket.ticket && call.service_point != ticket.service_point;
        });
        return FoldOutcome::applied;
    }
    drop_call_of_ticket(state, ticket.ticket);
    if (event.kind == EventKind::missed) ticket.status = TicketStatus::missed;
    if (event.kind == EventKind::left) ticket.status = TicketStatus::left;
    if (event.kind == EventKind::returned) wait_at(ticket.stage);
    if (event.kind == EventKind::transferred) wait_at(*event.stage);
    return FoldOutcome::applied;
}

// What came after a step rests on it: only a ticket's newest step can be undone.
bool something_rests_on(const QueueState& state, std::vector<Step>::const_iterator step) {
    return std::any_of(step + 1, state.steps.end(), [&](const Step& other) {
        return other.before.ticket == step->before.ticket;
    });
}

// The call that stood before a step stands again, for its ticket and at its service point, as far
// as nothing newer stands there. Other desks' calls stay as they are, and the order too.
std::vector<StandingCall> calls_without(const QueueState& state, const Step& step) {
    const std::string& ticket = step.before.ticket;
    std::vector<StandingCall> others = state.calls;
    std::erase_if(others, [&](const StandingCall& call) { return call.ticket == ticket; });

    const auto stands = [&](const StandingCall& call) {
        return std::ranges::find(others, call) != others.end();
    };
    const auto comes_back = [&](const StandingCall& call) {
        const bool point_taken = std::ranges::find(others, call.service_point,
                                                   &StandingCall::service_point) != others.end();
        if (point_taken) return false;
        if (call.ticket == ticket) return true;
        const TicketState* holder = find_ticket(state, call.ticket);
        return call.service_point == step.service_point && holder != nullptr &&
               holder->service_point == call.service_point &&
               (holder->status == TicketStatus::called ||
                holder->status == TicketStatus::being_served);
    };
    std::vector<StandingCall> calls;
    std::ranges::copy_if(others, std::back_inserter(calls), [&](const StandingCall& call) {
        return std::ranges::find(step.calls_before, call) == step.calls_before.end();
    });
    std::ranges::copy_if(step.calls_before, std::back_inserter(calls),
                         [&](const auto& call) { return stands(call) || comes_back(call); });
    return calls;
}

FoldOutcome undo(QueueState& state, const HouseEvent& event) {
    const auto step = std::ranges::find(state.steps, *event.undoes, &Step::event);
    if (step == state.steps.end()) return FoldOutcome::already_so;
    if (something_rests_on(state, step)) return FoldOutcome::not_possible;
    TicketState* ticket = find_mutable(state, step->before.ticket);
    if (ticket == nullptr) return FoldOutcome::unknown_ticket;

    state.calls = calls_without(state, *step);
    if (step->kind == EventKind::called) forget_tempo(state, step->before.stage, step->at);
    *ticket = step->before;
    state.steps.erase(step);
    return FoldOutcome::applied;
}

FoldOutcome help(QueueState& state, const HouseEvent& event) {
    if (event.kind != EventKind::help_requested) {
        // What it was about is mended: only the terminal that asked can know.
        const bool is_own_only = event.kind == EventKind::help_ended;
        const auto removed = std::erase_if(state.help, [&](const HelpRequest& request) {
            return request.id == *event.undoes &&
                   (!is_own_only || request.terminal == event.terminal);
        });
        return removed > 0 ? FoldOutcome::applied : FoldOutcome::already_so;
    }
    if (std::ranges::find(state.help, event.id, &HelpRequest::id) != state.help.end()) {
        return FoldOutcome::already_so;
    }
    state.help.push_back({.id = event.id,
                          .terminal = event.terminal,
                          .at = event.at,
                          .about = event.about.value_or("")});
    return FoldOutcome::applied;
}

FoldOutcome apply_to_day(QueueState& state, const HouseEvent& event) {
    switch (event.kind) {
        case EventKind::checked_in:
            return check_in(state, event);
        case EventKind::help_requested:
        case EventKind::help_answered:
        case EventKind::help_ended:
            return help(state, event);
        case EventKind::reviewed:
            ++state.steps_of_reviews;
            return FoldOutcome::applied;
        case EventKind::undone:
            return undo(state, event);
        default:
            break;
    }
    TicketState* ticket = find_mutable(state, *event.ticket);
    if (ticket == nullptr) return FoldOutcome::unknown_ticket;
    if (event.kind == EventKind::called || event.kind == EventKind::recalled) {
        return call(state, event, *ticket);
    }
    return move_on(state, event, *ticket);
}

} // namespace

FoldOutcome apply(QueueState& state, const HouseEvent& event) {
    if (!has_needed_members(event)) return FoldOutcome::not_possible;
    if (event.day < state.day) return FoldOutcome::other_day;
    if (event.day > state.day) {
        state = QueueState{};
        state.day = event.day;
    }
    const auto place = std::ranges::lower_bound(state.applied, event.id);
    if (place != state.applied.end() && *place == event.id) return FoldOutcome::already_so;
    const FoldOutcome outcome = apply_to_day(state, event);
    if (outcome == FoldOutcome::applied) {
        state.applied.insert(place, event.id);
        if (state.applied.size() > max_applied) state.applied.erase(state.applied.begin());
    }
    return outcome;
}

const TicketState* find_ticket(const QueueState& state, std::string_view ticket) {
    const auto found = std::ranges::find(state.tickets, ticket, &TicketState::ticket);
    return found == state.tickets.end() ? nullptr : &*found;
}

std::vector<TicketState> waiting_at(const QueueState& state, std::string_view stage) {
    std::vector<TicketState> line;
    std::ranges::copy_if(state.tickets, std::back_inserter(line), [&](const TicketState& t) {
        return t.status == TicketStatus::waiting && t.stage == stage;
    });
    std::ranges::stable_sort(line, [](const TicketState& a, const TicketState& b) {
        if (a.waiting_since != b.waiting_since) return a.waiting_since < b.waiting_since;
        return is_before(a.ticket, b.ticket);
    });
    return line;
}

std::vector<TicketState> with_status(const QueueState& state, TicketStatus status) {
    std::vector<TicketState> found;
    std::ranges::copy_if(state.tickets, std::back_inserter(found),
                         [&](const TicketState& t) { return t.status == status; });
    return found;
}

std::optional<base::Uuid> last_step_of(const QueueState& state, std::string_view service_point) {
    const auto newest =
        std::find_if(state.steps.rbegin(), state.steps.rend(),
                     [&](const Step& step) { return step.service_point == service_point; });
    if (newest == state.steps.rend()) return std::nullopt;
    if (something_rests_on(state, std::next(newest).base())) return std::nullopt;
    return newest->event;
}

} // namespace rexue::queue
