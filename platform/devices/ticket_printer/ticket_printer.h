// The ticket printer: takes a drawn slip, says how it is.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "platform/base/error.h"
#include "platform/image/grey_image.h"

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
    expired, // not printed within its time to live: a ticket that comes out late misleads
    refused, // no printer, too many waiting, or a slip or a name that does not fit
};
std::string_view to_string(PrintOutcome outcome);

inline constexpr int slip_px_per_mm = 8;
inline constexpr int max_slip_width_px = 80 * slip_px_per_mm;
inline constexpr int max_slip_height_px = 400 * slip_px_per_mm;
inline constexpr size_t max_slips_ahead = 8;
inline constexpr std::chrono::seconds slip_time_to_live{120};

// Prints on a thread of its own; sinks are called from it. One slip is never printed twice.
class TicketPrinter {
  public:
    struct Sinks {
        std::function<void(TicketPrinterCondition)> condition;
        std::function<void(std::string job, PrintOutcome)> done;
    };

    virtual ~TicketPrinter() = default;
    virtual TicketPrinterCondition condition() const = 0;
    // `job` names the slip (a ticket number, never a donor): letters, digits, '-' and '_', at most
    // 64. The same name twice is one slip: while it waits it is not queued again, and once it is
    // out `printed` is told again. An expired one may be asked for anew. Queued behind at most
    // max_slips_ahead others. Any thread; never blocks.
    virtual void print(std::string job, image::GreyImage slip) = 0;
};

enum class TicketPrinterKind { none, simulated };

struct TicketPrinterOptions {
    TicketPrinterKind kind = TicketPrinterKind::none;
    std::string path; // simulated: a folder with `state` (a condition's name) that gets <job>.png
};

base::Result<std::unique_ptr<TicketPrinter>> make_ticket_printer(
    const TicketPrinterOptions& options, TicketPrinter::Sinks sinks);

} // namespace rexue::devices
