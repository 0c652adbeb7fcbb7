#include "net/server/handlers/call_decision.h"

#include <algorithm>

namespace rexue::server {

using base::ErrorCode;
using queue::EventKind;
using queue::TicketState;
using queue::TicketStatus;
using wire::CallCommand;

namespace {

bool is_at(const TicketState& ticket, std::string_view point) {
    return ticket.service_point == point &&
           (ticket.status == TicketStatus::called || ticket.status == TicketStatus::being_served);
}

const TicketState* ticket_at(const queue::QueueState& state, std::string_view point) {
    const auto found = std::ranges::find_if(
        state.tickets, [&](const TicketState& ticket) { return is_at(ticket, point); });
    return found == state.tickets.end() ? nullptr : &*found;
}

// A desk that has somebody must first say what became of them: a ticket left behind as "called"
// would be in no line and on no board.
base::Status check_free(const queue::QueueState& state, std::string_view point,
                        std::string_view for_ticket) {
    const TicketState* held = ticket_at(state, point);
    if (held == nullptr || held->ticket == for_ticket) return {};
    return base::fail(ErrorCode::conflict, "the service point still has " + held->ticket);
}

base::Status moved_on(const TicketState& ticket) {
    return base::fail(ErrorCode::conflict, ticket.ticket + " has moved on");
}

// The ticket that the request names, or the one this desk has.
base::Result<TicketState> ticket_of(const queue::QueueState& state,
                                    const wire::CallRequest& request) {
    const TicketState* ticket = request.ticket ? queue::find_ticket(state, *request.ticket)
                                               : ticket_at(state, request.service_point);
    if (ticket == nullptr) return base::fail(ErrorCode::not_found, "no such ticket here today");
    return *ticket;
}

class Decision {
  public:
    Decision(const queue::QueueState& state, const wire::CallRequest& request,
             const CallFacts& facts, const wire::ServicePoint& point)
        : state_(state), request_(request), facts_(facts), point_(point) {}

    base::Result<queue::HouseEvent> next() const {
        if (request_.ticket) {
            return base::fail(ErrorCode::invalid_argument, "/ticket: `next` takes none");
        }
        if (const auto free = check_free(state_, point_.id, {}); !free) return base::fail(free);
        const auto line = queue::waiting_at(state_, point_.stage);
        if (line.empty()) return base::fail(ErrorCode::not_found, "nobody waits at this stage");
        return event(EventKind::called, line.front());
    }

    // Of the ticket called here; or of a missed one that is asked for by its number.
    base::Result<queue::HouseEvent> recall() const {
        const auto ticket = ticket_of(state_, request_);
        if (!ticket) return base::fail(ticket);
        const bool late = ticket->status == TicketStatus::missed && ticket->stage == point_.stage;
        const bool called_here =
            ticket->status == TicketStatus::called && is_at(*ticket, point_.id);
        if (!late && !called_here) return base::fail(moved_on(*ticket));
        const auto free = check_free(state_, point_.id, ticket->ticket);
        if (!free) return base::fail(free);
        return event(EventKind::recalled, *ticket);
    }

    base::Result<queue::HouseEvent> missed() const { return of_called(EventKind::missed); }
    base::Result<queue::HouseEvent> arrived() const { return of_called(EventKind::arrived); }

    // Served without "arrived" is fine: a busy desk presses one key.
    base::Result<queue::HouseEvent> served() const {
        const auto ticket = ticket_of(state_, request_);
        if (!ticket) return base::fail(ticket);
        if (!is_at(*ticket, point_.id)) return base::fail(moved_on(*ticket));
        const auto& stages = facts_.house.stages;
        const auto here = std::ranges::find(stages, ticket->stage);
        const bool last = here == stages.end() || here + 1 == stages.end();
        auto made = event(last ? EventKind::left : EventKind::transferred, *ticket);
        if (!last) made.stage = *(here + 1);
        return made;
    }

    base::Result<queue::HouseEvent> undo() const {
        const auto step = queue::last_step_of(state_, point_.id);
        if (!step) return base::fail(ErrorCode::conflict, "nothing to take back here");
        queue::HouseEvent made = bare(EventKind::undone);
        made.undoes = *step;
        const auto found = std::ranges::find(state_.steps, *step, &queue::Step::event);
        if (found != state_.steps.end()) made.ticket = found->before.ticket;
        return made;
    }

  private:
    base::Result<queue::HouseEvent> of_called(EventKind kind) const {
        const auto ticket = ticket_of(state_, request_);
        if (!ticket) return base::fail(ticket);
        if (ticket->status != TicketStatus::called || !is_at(*ticket, point_.id)) {
            return base::fail(moved_on(*ticket));
        }
        return event(kind, *ticket);
    }

    queue::HouseEvent bare(EventKind kind) const {
        return {.id = request_.id,
                .house = facts_.house.house.value,
                .terminal = facts_.terminal,
                .at = facts_.now,
                .day = facts_.day,
                .kind = kind,
                .ticket = std::nullopt,
                .visit = std::nullopt,
                .stage = std::nullopt,
                .service_point = point_.id,
                .intent = std::nullopt,
                .undoes = std::nullopt};
    }

    queue::HouseEvent event(EventKind kind, const TicketState& ticket) const {
        queue::HouseEvent made = bare(kind);
        made.ticket = ticket.ticket;
        made.stage = ticket.stage;
        return made;
    }

    const queue::QueueState& state_;
    const wire::CallRequest& request_;
    const CallFacts& facts_;
    const wire::ServicePoint& point_;
};

base::Result<queue::HouseEvent> decide(const Decision& decision, CallCommand command) {
    switch (command) {
        case CallCommand::next:
            return decision.next();
        case CallCommand::recall:
            return decision.recall();
        case CallCommand::missed:
            return decision.missed();
        case CallCommand::arrived:
            return decision.arrived();
        case CallCommand::served:
            return decision.served();
        case CallCommand::undo:
            return decision.undo();
    }
    return base::fail(ErrorCode::invalid_argument, "/command: unknown");
}

bool makes(CallCommand command, EventKind kind) {
    switch (command) {
        case CallCommand::next:
            return kind == EventKind::called;
        case CallCommand::recall:
            return kind == EventKind::recalled;
        case CallCommand::missed:
            return kind == EventKind::missed;
        case CallCommand::arrived:
            return kind == EventKind::arrived;
        case CallCommand::served:
            return kind == EventKind::transferred || kind == EventKind::left;
        case CallCommand::undo:
            return kind == EventKind::undone;
    }
    return false;
}

} // namespace

bool answers(const queue::HouseEvent& event, const wire::CallRequest& request,
             std::string_view terminal) {
    return event.id == request.id && event.terminal == terminal &&
           makes(request.command, event.kind) && event.service_point == request.service_point &&
           (!request.ticket || request.command == CallCommand::undo ||
            event.ticket == request.ticket);
}

base::Result<queue::HouseEvent> decide_call(const queue::QueueState& state,
                                            const wire::CallRequest& request,
                                            const CallFacts& facts) {
    const auto point = std::ranges::find(facts.house.service_points, request.service_point,
                                         &wire::ServicePoint::id);
    if (point == facts.house.service_points.end()) {
        return base::fail(ErrorCode::invalid_argument,
                          "/service_point: this house has no such service point");
    }
    auto event = decide(Decision(state, request, facts, *point), request.command);
    if (!event) return event;
    // The fold has the last word: what would change nothing is not logged as a decision.
    queue::QueueState after = state;
    if (queue::apply(after, *event) != queue::FoldOutcome::applied) {
        return base::fail(ErrorCode::conflict, "the ticket has moved on");
    }
    return event;
}

} // namespace rexue::server
