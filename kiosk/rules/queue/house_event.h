// One entry of the house log: what happened in a donation house, without personal data.
#pragma once

#include <optional>
#include <string>

#include <boost/describe.hpp>
#include <boost/json.hpp>

#include "platform/base/date_text.h"
#include "platform/base/error.h"
#include "platform/base/uuid.h"

namespace rexue::queue {

enum class EventKind {
    checked_in,     // a ticket was given: ticket, visit, stage, intent
    help_requested, // somebody pressed "call staff" at a terminal
    help_answered,  // undoes = the request
    called,         // ticket, service_point
    recalled,       // the same again
    arrived,        // ticket, service_point: the donor stands there
    missed,         // ticket: called, nobody came: out of the line, may come back
    returned,       // ticket: a missed one is back in line at its stage
    transferred,    // ticket, stage: done here, waits there
    left,           // ticket: out of the door, for whatever reason
    undone,         // undoes: that event never happened
    help_ended,     // undoes = the request: what it was about is mended, nobody has to come
    reviewed,       // ticket, visit: staff have taken a step with it; the step itself is sealed
};
BOOST_DESCRIBE_ENUM(EventKind, checked_in, help_requested, help_answered, called, recalled, arrived,
                    missed, returned, transferred, left, undone, help_ended, reviewed)

// What the donor means to give; staff prepare by it.
enum class Intent { whole_blood_200, whole_blood_300, whole_blood_400, platelets_1, platelets_2 };
BOOST_DESCRIBE_ENUM(Intent, whole_blood_200, whole_blood_300, whole_blood_400, platelets_1,
                    platelets_2)

struct HouseEvent {
    base::Uuid id; // UUIDv7, made where the event was made
    std::string house;
    std::string terminal; // who made it; the server's own decisions name the staff terminal
    base::Instant at{};   // when it happened, by the maker's clock
    base::Date day{};     // the house's local day it counts for: numbers restart each day
    EventKind kind = EventKind::checked_in;
    std::optional<std::string> ticket;
    std::optional<base::Uuid> visit;
    std::optional<std::string> stage;
    std::optional<std::string> service_point;
    std::optional<Intent> intent;
    std::optional<base::Uuid> undoes;
    // Of help_requested: one of the words of `help_about`; none, or one that a newer terminal has
    // added: a person calls.
    std::optional<std::string> about = std::nullopt;

    bool operator==(const HouseEvent&) const = default;
};
BOOST_DESCRIBE_STRUCT(HouseEvent, (),
                      (id, house, terminal, at, day, kind, ticket, visit, stage, service_point,
                       intent, undoes, about))

// What a terminal calls staff for.
namespace help_about {
inline constexpr const char* out_of_paper = "out_of_paper";
inline constexpr const char* printer = "printer";           // it is broken
inline constexpr const char* id_reader = "id_reader";       // it is unplugged or broken
inline constexpr const char* no_number = "no_number";       // a ticket could not be kept
inline constexpr const char* enter_number = "enter_number"; // a donor leaves typing to staff
} // namespace help_about

// What a kind needs to be an event at all: `checked_in` without a ticket is none.
// invalid_argument names the missing member. Text members are at most 64 bytes of printable
// ASCII (they are identifiers, never prose). The id is not nil: all events of a maker that forgot
// to make ids would pass for one and the same.
base::Status check(const HouseEvent& event);

// The part of the check that the fold rests on: the members that the event's kind needs are there.
bool has_needed_members(const HouseEvent& event);

boost::json::value to_json(const HouseEvent& event);
// Reads and checks. invalid_argument with a JSON pointer.
base::Result<HouseEvent> event_from_json(const boost::json::value& value);

} // namespace rexue::queue
