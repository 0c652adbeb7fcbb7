#include "kiosk/rules/queue/fold.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace rexue::queue {

namespace {

TicketState* find_mutable(QueueState& state, const std::string& ticket) {
    const auto found = std::ranges::find(state.tickets, ticket, &TicketState::ticket);
    return found == state.tickets.end() ? nullptr : &*found;
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

FoldOutcome check_in(QueueState& state, const HouseEvent& event) {
    if (find_mutable(state, *event.ticket) != nullptr) return FoldOutcome::already_so;
    state.tickets.push_back({.ticket = *event.ticket,
                             .visit = *event.visit,
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
    remember(state, event, ticket);
    ticket.changed_at = event.at;
    if (event.kind == EventKind::arrived) {
        ticket.status = TicketStatus::being_served;
        ticket.service_point = *event.service_point;
        return FoldOutcome::applied;
    }
    drop_call_of_ticket(state, ticket.ticket);
    if (event.kind == EventKind::missed) ticket.status = TicketStatus::missed;
    if (event.kind == EventKind::left) ticket.status = TicketStatus::left;
    if (event.kind == EventKind::returned) wait_at(ticket.stage);
    if (event.kind == EventKind::transferred) wait_at(*event.stage);
    return FoldOutcome::applied;
}

// Only a ticket's newest step can be undone: what came after rests on it.
FoldOutcome undo(QueueState& state, const HouseEvent& event) {
    const auto step = std::ranges::find(state.steps, *event.undoes, &Step::event);
    if (step == state.steps.end()) return FoldOutcome::already_so;
    const auto later = std::find_if(step + 1, state.steps.end(), [&](const Step& other) {
        return other.before.ticket == step->before.ticket;
    });
    if (later != state.steps.end()) return FoldOutcome::not_possible;
    TicketState* ticket = find_mutable(state, step->before.ticket);
    if (ticket == nullptr) return FoldOutcome::unknown_ticket;

    // The call that stood for this ticket before stands again, other desks' calls stay.
    drop_call_of_ticket(state, ticket->ticket);
    for (const StandingCall& call : step->calls_before) {
        const bool ours =
            call.ticket == ticket->ticket || call.service_point == step->service_point;
        const TicketState* holder = find_ticket(state, call.ticket);
        const bool still_called =
            call.ticket == ticket->ticket ||
            (holder != nullptr && holder->service_point == call.service_point &&
             (holder->status == TicketStatus::called ||
              holder->status == TicketStatus::being_served));
        const bool taken = std::ranges::any_of(state.calls, [&](const StandingCall& other) {
            return other.service_point == call.service_point;
        });
        if (ours && still_called && !taken) state.calls.push_back(call);
    }
    std::ranges::stable_sort(state.calls, std::ranges::greater(), &StandingCall::at);
    *ticket = step->before;
    state.steps.erase(step);
    return FoldOutcome::applied;
}

FoldOutcome help(QueueState& state, const HouseEvent& event) {
    if (event.kind == EventKind::help_answered) {
        const auto removed = std::erase_if(
            state.help, [&](const HelpRequest& request) { return request.id == *event.undoes; });
        return removed > 0 ? FoldOutcome::applied : FoldOutcome::already_so;
    }
    if (std::ranges::find(state.help, event.id, &HelpRequest::id) != state.help.end()) {
        return FoldOutcome::already_so;
    }
    state.help.push_back({.id = event.id, .terminal = event.terminal, .at = event.at});
    return FoldOutcome::applied;
}

} // namespace

FoldOutcome apply(QueueState& state, const HouseEvent& event) {
    if (event.day < state.day) return FoldOutcome::other_day;
    if (event.day > state.day) {
        state = QueueState{};
        state.day = event.day;
    }
    switch (event.kind) {
        case EventKind::checked_in:
            return check_in(state, event);
        case EventKind::help_requested:
        case EventKind::help_answered:
            return help(state, event);
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
        return std::tie(a.waiting_since, a.ticket) < std::tie(b.waiting_since, b.ticket);
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
    const auto found =
        std::find_if(state.steps.rbegin(), state.steps.rend(),
                     [&](const Step& step) { return step.service_point == service_point; });
    if (found == state.steps.rend()) return std::nullopt;
    return found->event;
}

} // namespace rexue::queue
