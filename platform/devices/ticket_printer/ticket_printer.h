// The ticket printer: takes a drawn slip, says how it is.
#pragma once

#include "platform/base/error.h"
#include "platform/image/grey_image.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace rexue::devices {

// A condition, not a failure: printing is best effort and never stops a visit.
enum class TicketPrinterCondition {
    absent,
    ready,
    printing,
    paper_low,
    out_of_paper,
    cover_open,
    jammed,
    unplugged,
};
std::string_view to_string(TicketPrinterCondition condition);

enum class PrintOutcome {
    printed,
    expired,   // not printed within its time to live: a ticket that comes out late misleads
    refused,   // no printer, or the slip does not fit
};

// Prints on a thread of its own; sinks are called from it. One slip is never printed twice.
class TicketPrinter {
  public:
    struct Sinks {
        std::function<void(TicketPrinterCondition)> condition;
        std::function<void(std::string job, PrintOutcome)> done;
    };

    virtual ~TicketPrinter() = default;
    virtual TicketPrinterCondition condition() const = 0;
    // `job` names the slip (a ticket number, never a donor); the same name twice is one slip.
    // 8 px a mm, at most 80 mm wide and 400 mm long. Queued behind at most eight others.
    virtual void print(std::string job, image::GreyImage slip) = 0;
};

enum class TicketPrinterKind { none, simulated };

struct TicketPrinterOptions {
    TicketPrinterKind kind = TicketPrinterKind::none;
    std::string path;  // simulated: a folder with `state` (a condition's name) that gets the PNGs
};

base::Result<std::unique_ptr<TicketPrinter>> make_ticket_printer(
    const TicketPrinterOptions& options, TicketPrinter::Sinks sinks);

}  // namespace rexue::devices
