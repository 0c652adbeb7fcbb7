#include "platform/devices/ticket_printer/none/no_ticket_printer.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace rexue::devices {

namespace {

class NoTicketPrinter final : public TicketPrinter {
  public:
    explicit NoTicketPrinter(Sinks sinks)
        : done_(std::move(sinks.done)),
          thread_([this](const std::stop_token& stop) { run(stop); }) {}

    TicketPrinterCondition condition() const override { return TicketPrinterCondition::absent; }

    void print(std::string job, image::GreyImage) override {
        {
            const std::lock_guard lock(mutex_);
            jobs_.push_back(std::move(job));
        }
        changed_.notify_one();
    }

  private:
    void run(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (changed_.wait(lock, stop, [this] { return !jobs_.empty(); })) {
            const auto jobs = std::exchange(jobs_, {});
            lock.unlock();
            for (const auto& job : jobs) {
                if (done_) done_(job, PrintOutcome::refused);
            }
            lock.lock();
        }
    }

    const std::function<void(std::string, PrintOutcome)> done_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::vector<std::string> jobs_;
    std::jthread thread_; // last: it ends before what it uses
};

} // namespace

std::unique_ptr<TicketPrinter> make_no_ticket_printer(TicketPrinter::Sinks sinks) {
    return std::make_unique<NoTicketPrinter>(std::move(sinks));
}

} // namespace rexue::devices
