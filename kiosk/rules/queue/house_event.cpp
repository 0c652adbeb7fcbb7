#include "kiosk/rules/queue/house_event.h"

#include <algorithm>
#include <string_view>

#include "kiosk/rules/queue/ticket_number.h"
#include "platform/json/codec.h"

namespace rexue::queue {

namespace {

constexpr size_t max_identifier_bytes = 64;

bool is_identifier(std::string_view text) {
    return !text.empty() && text.size() <= max_identifier_bytes &&
           std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7F; });
}

bool ok_if_there(const std::optional<std::string>& text) {
    return !text || is_identifier(*text);
}

base::Status lacks(std::string_view member) {
    return base::fail(base::ErrorCode::invalid_argument,
                      "/" + std::string(member) + ": is missing or malformed");
}

// The first member that the kind needs and the event lacks; null when it lacks none.
const char* first_lacking(const HouseEvent& event) {
    switch (event.kind) {
        case EventKind::checked_in:
            if (!event.visit) return "visit";
            if (!event.intent) return "intent";
            [[fallthrough]];
        case EventKind::transferred:
            if (!event.stage) return "stage";
            [[fallthrough]];
        case EventKind::missed:
        case EventKind::returned:
        case EventKind::left:
            return event.ticket ? nullptr : "ticket";
        case EventKind::reviewed:
            if (!event.visit) return "visit";
            return event.ticket ? nullptr : "ticket";
        case EventKind::called:
        case EventKind::recalled:
        case EventKind::arrived:
            if (!event.ticket) return "ticket";
            return event.service_point ? nullptr : "service_point";
        case EventKind::help_requested:
            return nullptr;
        case EventKind::help_answered:
        case EventKind::help_ended:
        case EventKind::undone:
            return event.undoes ? nullptr : "undoes";
    }
    return "kind";
}

} // namespace

bool has_needed_members(const HouseEvent& event) {
    return first_lacking(event) == nullptr;
}

base::Status check(const HouseEvent& event) {
    if (event.id == base::Uuid{}) return lacks("id");
    if (!is_identifier(event.house)) return lacks("house");
    if (!is_identifier(event.terminal)) return lacks("terminal");
    if (!event.day.ok()) return lacks("day");
    if (!ok_if_there(event.stage)) return lacks("stage");
    if (!ok_if_there(event.service_point)) return lacks("service_point");
    if (!ok_if_there(event.about)) return lacks("about");
    if (event.ticket && !parse_ticket_number(*event.ticket)) return lacks("ticket");
    if (const char* lacking = first_lacking(event)) return lacks(lacking);
    return {};
}

boost::json::value to_json(const HouseEvent& event) {
    return json::to_json(event);
}

base::Result<HouseEvent> event_from_json(const boost::json::value& value) {
    auto event = json::from_json<HouseEvent>(value);
    if (!event) return event;
    if (const auto checked = check(*event); !checked) return base::fail(checked);
    return event;
}

} // namespace rexue::queue
