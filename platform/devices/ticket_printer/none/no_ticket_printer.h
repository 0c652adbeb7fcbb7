// The ticket printer of a terminal that has none: refuses every slip, from a thread of its own like
// any other.
#pragma once

#include "platform/devices/ticket_printer/ticket_printer.h"

namespace rexue::devices {

std::unique_ptr<TicketPrinter> make_no_ticket_printer(TicketPrinter::Sinks sinks);

} // namespace rexue::devices
