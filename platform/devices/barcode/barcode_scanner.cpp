#include "platform/devices/barcode/barcode_scanner.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

#include "platform/base/give_way.h"
#include "platform/devices/barcode/live_scan.h"

namespace rexue::devices {

struct BarcodeScanner::Worker {
    Worker(Found given_found, const time::Clock& clock)
        : found(std::move(given_found)),
          scan(clock),
          thread([this](const std::stop_token& stop) { run(stop); }) {}

    void run(const std::stop_token& stop) {
        base::give_way();
        while (const auto image = newest(stop)) {
            if (auto code = scan.look_at(*image); code && found) found(std::move(*code));
        }
    }

    // Null when the scanner stops.
    std::shared_ptr<const image::GreyImage> newest(const std::stop_token& stop) {
        std::unique_lock lock(mutex);
        offered.wait(lock, stop, [this] { return waiting != nullptr; });
        return stop.stop_requested() ? nullptr : std::exchange(waiting, nullptr);
    }

    const Found found;
    LiveScan scan;
    std::mutex mutex;
    std::condition_variable_any offered;
    std::shared_ptr<const image::GreyImage> waiting;
    std::jthread thread; // last: it ends before what it uses
};

BarcodeScanner::BarcodeScanner(Found found, const time::Clock& clock)
    : worker_(std::make_unique<Worker>(std::move(found), clock)) {}

BarcodeScanner::~BarcodeScanner() = default;

void BarcodeScanner::offer(std::shared_ptr<const image::GreyImage> image) {
    if (!image) return;
    {
        const std::lock_guard lock(worker_->mutex);
        worker_->waiting = std::move(image);
    }
    worker_->offered.notify_one();
}

const time::Clock& BarcodeScanner::machine_clock() {
    static const time::SystemClock clock;
    return clock;
}

} // namespace rexue::devices
