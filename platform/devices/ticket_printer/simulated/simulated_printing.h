// What the simulated printer's thread does, a bounded piece at a time. Prints into a folder.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "platform/devices/condition_cell.h"
#include "platform/devices/ticket_printer/slip_queue.h"
#include "platform/devices/ticket_printer/ticket_printer.h"
#include "platform/time/clock.h"

namespace rexue::devices {

// The folder's file `state` holds the name of a TicketPrinterCondition and is read again at every
// step, also in the middle of a slip; none, or a word that is no condition, is `ready`. A slip
// that was interrupted is printed anew from its start: half a ticket is none. A folder that is not
// there is a printer that is not there.
class SimulatedPrinting {
  public:
    static constexpr int speed_mm_per_s = 200;

    // All are kept by reference.
    SimulatedPrinting(std::filesystem::path folder, const time::Clock& clock, SlipQueue& queue,
                      ConditionCell<TicketPrinterCondition>& condition);

    // One thread. Never blocks but for the file; returns how long nothing is to be done.
    std::chrono::milliseconds step();

  private:
    TicketPrinterCondition state() const;
    std::chrono::milliseconds finish();

    const std::filesystem::path folder_;
    const time::Clock& clock_;
    SlipQueue& queue_;
    ConditionCell<TicketPrinterCondition>& condition_;
    std::shared_ptr<const Slip> slip_; // being printed
    time::Moment printed_at_{};        // when it will be out
};

} // namespace rexue::devices
