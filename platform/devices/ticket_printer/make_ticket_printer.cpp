#include <utility>

#include "platform/devices/ticket_printer/none/no_ticket_printer.h"
#include "platform/devices/ticket_printer/simulated/simulated_ticket_printer.h"
#include "platform/devices/ticket_printer/ticket_printer.h"
#include "platform/time/clock.h"

namespace rexue::devices {

base::Result<std::unique_ptr<TicketPrinter>> make_ticket_printer(
    const TicketPrinterOptions& options, TicketPrinter::Sinks sinks) {
    static const time::SystemClock clock;
    if (options.kind == TicketPrinterKind::none) return make_no_ticket_printer(std::move(sinks));
    return make_simulated_ticket_printer(options, std::move(sinks), clock);
}

} // namespace rexue::devices
