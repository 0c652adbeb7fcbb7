// The slips that wait, the same for every printer: in order, each once, none too late.
#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "platform/devices/ticket_printer/ticket_printer.h"
#include "platform/image/grey_image.h"
#include "platform/time/clock.h"

namespace rexue::devices {

struct Slip {
    std::string job;
    image::GreyImage image;
    time::Moment asked_at{};
};

// Any thread.
class SlipQueue {
  public:
    // Accepted or refused on the spot; a job that waits already stays where it is, one that was
    // printed is `printed` at once.
    void add(std::string job, image::GreyImage image, time::Moment now);

    // The oldest slip that is still wanted, which stays in the queue until it is printed; null
    // when there is none. All that have outlived their time expire.
    std::shared_ptr<const Slip> next(time::Moment now);

    void printed(const std::string& job);

    // What became of jobs since the last call, in order.
    std::vector<std::pair<std::string, PrintOutcome>> take_outcomes();

  private:
    // Printed names are remembered for a day's tickets, and then some.
    static constexpr size_t most_remembered = 4096;

    mutable std::mutex mutex_;
    std::deque<std::shared_ptr<const Slip>> waiting_;
    std::deque<std::string> printed_;
    std::vector<std::pair<std::string, PrintOutcome>> outcomes_;
};

// Letters, digits, '-' and '_', 1 to 64 of them: a name becomes a file's and a print job's.
bool is_job_name(std::string_view job);
// Whole, and within max_slip_width_px × max_slip_height_px.
bool fits_paper(const image::GreyImage& slip);

} // namespace rexue::devices
