// POST /v1/houses/{house}/calls: a command that the server decides in one transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "net/wire/events.h"
#include "platform/base/uuid.h"

namespace rexue::wire {

enum class CallCommand {
    next,    // the ticket that is first in line for this service point's stage
    recall,  // the same ticket at the same point again
    missed,  // nobody came: the ticket leaves the line and may come back
    arrived, // the donor stands at the service point
    served,  // done here: on to the next stage, or out of the door after the last
    undo,    // takes back this service point's newest step
};
BOOST_DESCRIBE_ENUM(CallCommand, next, recall, missed, arrived, served, undo)

struct CallRequest {
    base::Uuid id; // becomes the event's id: sent twice, decided once
    CallCommand command = CallCommand::next;
    std::string service_point;
    std::optional<std::string> ticket; // not for `next`
};
BOOST_DESCRIBE_STRUCT(CallRequest, (), (id, command, service_point, ticket))

// 200. `next` with nobody waiting is 404 not_found; a ticket that has moved on is 409 conflict.
struct CallDecision {
    SequencedEvent decided;
};
BOOST_DESCRIBE_STRUCT(CallDecision, (), (decided))

} // namespace rexue::wire
