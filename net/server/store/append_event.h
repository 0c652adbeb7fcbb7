// An event's way into the house log, inside a transaction that does more than that.
#pragma once

#include "kiosk/rules/queue/house_event.h"
#include "net/wire/events.h"
#include "net/wire/identifiers.h"
#include "platform/storage/database.h"

namespace rexue::server {

// Refused: "ticket_taken", or "id_taken" when another event has the id.
base::Result<wire::AppendResult> append_event(storage::Database& database,
                                              const wire::HouseId& house,
                                              const queue::HouseEvent& event);

} // namespace rexue::server
