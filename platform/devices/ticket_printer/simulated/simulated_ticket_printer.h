// A ticket printer whose slips are PNG files in a folder.
#pragma once

#include "platform/devices/ticket_printer/ticket_printer.h"
#include "platform/time/clock.h"

namespace rexue::devices {

// Makes the folder when it is not there: io, storage_full. `clock` is kept by reference.
base::Result<std::unique_ptr<TicketPrinter>> make_simulated_ticket_printer(
    const TicketPrinterOptions& options, TicketPrinter::Sinks sinks, const time::Clock& clock);

} // namespace rexue::devices
