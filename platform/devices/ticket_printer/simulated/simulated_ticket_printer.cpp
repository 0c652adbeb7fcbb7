#include "platform/devices/ticket_printer/simulated/simulated_ticket_printer.h"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

#include "platform/devices/ticket_printer/simulated/simulated_printing.h"
#include "platform/devices/ticket_printer/slip_queue.h"

namespace rexue::devices {

namespace {

class SimulatedTicketPrinter final : public TicketPrinter {
  public:
    SimulatedTicketPrinter(std::filesystem::path folder, Sinks sinks, const time::Clock& clock)
        : clock_(clock),
          done_(std::move(sinks.done)),
          condition_(TicketPrinterCondition::ready, std::move(sinks.condition)),
          printing_(std::move(folder), clock, queue_, condition_),
          thread_([this](const std::stop_token& stop) { run(stop); }) {}

    TicketPrinterCondition condition() const override { return condition_.get(); }

    void print(std::string job, image::GreyImage slip) override {
        queue_.add(std::move(job), std::move(slip), clock_.steady());
        {
            const std::lock_guard lock(mutex_);
            asked_ = true;
        }
        changed_.notify_one();
    }

  private:
    void run(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
            asked_ = false;
            lock.unlock();
            const auto rest = printing_.step();
            for (auto& [job, outcome] : queue_.take_outcomes()) {
                if (done_) done_(std::move(job), outcome);
            }
            lock.lock();
            changed_.wait_for(lock, stop, rest, [this] { return asked_; });
        }
    }

    const time::Clock& clock_;
    const std::function<void(std::string, PrintOutcome)> done_;
    ConditionCell<TicketPrinterCondition> condition_;
    SlipQueue queue_;
    SimulatedPrinting printing_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool asked_ = false;
    std::jthread thread_; // last: it ends before what it uses
};

} // namespace

base::Result<std::unique_ptr<TicketPrinter>> make_simulated_ticket_printer(
    const TicketPrinterOptions& options, TicketPrinter::Sinks sinks, const time::Clock& clock) {
    if (options.path.empty()) {
        return base::fail(base::ErrorCode::invalid_argument, "ticket printer: a folder is wanted");
    }
    std::error_code error;
    std::filesystem::create_directories(options.path, error);
    if (error) {
        const bool full = error == std::errc::no_space_on_device;
        return base::fail(full ? base::ErrorCode::storage_full : base::ErrorCode::io,
                          "ticket printer: " + error.message());
    }
    return std::make_unique<SimulatedTicketPrinter>(options.path, std::move(sinks), clock);
}

} // namespace rexue::devices
