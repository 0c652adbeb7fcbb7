#include "platform/devices/ticket_printer/ticket_printer.h"

namespace rexue::devices {

std::string_view to_string(TicketPrinterCondition condition) {
    switch (condition) {
        case TicketPrinterCondition::absent:
            return "absent";
        case TicketPrinterCondition::ready:
            return "ready";
        case TicketPrinterCondition::printing:
            return "printing";
        case TicketPrinterCondition::paper_low:
            return "paper_low";
        case TicketPrinterCondition::out_of_paper:
            return "out_of_paper";
        case TicketPrinterCondition::cover_open:
            return "cover_open";
        case TicketPrinterCondition::jammed:
            return "jammed";
        case TicketPrinterCondition::unplugged:
            return "unplugged";
    }
    return "";
}

std::string_view to_string(PrintOutcome outcome) {
    switch (outcome) {
        case PrintOutcome::printed:
            return "printed";
        case PrintOutcome::expired:
            return "expired";
        case PrintOutcome::refused:
            return "refused";
    }
    return "";
}

} // namespace rexue::devices
