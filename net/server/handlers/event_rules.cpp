#include "net/server/handlers/event_rules.h"

#include <algorithm>

namespace rexue::server {

namespace {

// What moves a called ticket is decided by the server (`calls`); a terminal reports only what it
// alone can know.
bool may_make(wire::SurfaceKind surface, queue::EventKind kind) {
    switch (kind) {
        case queue::EventKind::help_requested:
            return true;
        case queue::EventKind::checked_in:
            return surface == wire::SurfaceKind::donor;
        case queue::EventKind::help_answered:
        case queue::EventKind::returned:
        case queue::EventKind::left:
            return surface == wire::SurfaceKind::staff;
        case queue::EventKind::called:
        case queue::EventKind::recalled:
        case queue::EventKind::arrived:
        case queue::EventKind::missed:
        case queue::EventKind::transferred:
        case queue::EventKind::undone:
            return false;
    }
    return false;
}

std::string_view why_no_check_in(const queue::HouseEvent& event, const Terminal& terminal,
                                 const wire::House& house) {
    if (event.ticket.value_or("").substr(0, 1) != terminal.ticket_letter) return "wrong_letter";
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
    if (event.kind == queue::EventKind::checked_in) return why_no_check_in(event, terminal, house);
    return {};
}

} // namespace rexue::server
