#include "net/server/handlers/event_rules.h"

#include <algorithm>

namespace rexue::server {

namespace {

// What moves a called ticket is decided by the server (`calls`); a terminal reports only what it
// alone can know.
bool may_make(wire::SurfaceKind surface, queue::EventKind kind) {
    switch (kind) {
        case queue::EventKind::help_requested:
        case queue::EventKind::help_ended:
            return true;
        // A donor who changes their mind at the terminal; staff say "served" through `calls`.
        case queue::EventKind::checked_in:
        case queue::EventKind::left:
            return surface == wire::SurfaceKind::donor;
        case queue::EventKind::help_answered:
            return surface == wire::SurfaceKind::staff;
        // A decision of staff, who are known by their session, and none comes with this request.
        case queue::EventKind::returned:
        case queue::EventKind::called:
        case queue::EventKind::recalled:
        case queue::EventKind::arrived:
        case queue::EventKind::missed:
        case queue::EventKind::transferred:
        case queue::EventKind::undone:
        case queue::EventKind::reviewed:
            return false;
    }
    return false;
}

// The letter belongs to one terminal alone: its tickets are the visits that began there.
bool is_own_ticket(const queue::HouseEvent& event, const Terminal& terminal) {
    return event.ticket.value_or("").substr(0, 1) == terminal.ticket_letter;
}

std::string_view why_no_check_in(const queue::HouseEvent& event, const wire::House& house) {
    if (!event.stage || std::ranges::find(house.stages, *event.stage) == house.stages.end()) {
        return "unknown_stage";
    }
    return {};
}

} // namespace

std::string_view why_refused(const queue::HouseEvent& event, const Terminal& terminal,
                             const wire::House& house, base::Date latest_day) {
    if (event.house != terminal.house.value) return "wrong_house";
    if (event.terminal != terminal.id.value) return "wrong_terminal";
    if (!may_make(terminal.surface, event.kind)) return "not_allowed";
    if (event.day > latest_day) return "wrong_day";
    const bool of_a_visit =
        event.kind == queue::EventKind::checked_in || event.kind == queue::EventKind::left;
    if (of_a_visit && !is_own_ticket(event, terminal)) return "wrong_letter";
    if (event.kind == queue::EventKind::checked_in) return why_no_check_in(event, house);
    return {};
}

} // namespace rexue::server
