// The events of one day that this terminal has made and the server has not got yet.
#pragma once

#include <vector>

#include "kiosk/rules/queue/house_event.h"
#include "net/outbox/outbox.h"

namespace rexue::app {

// In the order in which they were made; only read. An item that is no event of this program is left
// out. Errors of the outbox.
base::Result<std::vector<queue::HouseEvent>> waiting_events(outbox::Outbox& outbox, base::Date day);

} // namespace rexue::app
