#include "platform/devices/camera/simulated/simulated_camera.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

#include "platform/base/give_way.h"
#include "platform/devices/camera/simulated/picture_source.h"
#include "platform/devices/condition_cell.h"

namespace rexue::devices {

namespace {

std::unique_ptr<PictureSource> make_source(const CameraOptions& options) {
    std::error_code error;
    return std::filesystem::is_fifo(options.path, error)
               ? make_pipe_source(options.path, options.width_px, options.height_px)
               : make_folder_source(options.path, options.width_px, options.height_px);
}

class SimulatedCamera final : public Camera {
  public:
    SimulatedCamera(const CameraOptions& options, Sinks sinks)
        : condition_(CameraCondition::connecting, std::move(sinks.condition)),
          frame_(std::move(sinks.frame)),
          source_(make_source(options)),
          period_(std::chrono::microseconds(1'000'000 / options.frames_per_second)),
          thread_([this](const std::stop_token& stop) { run(stop); }) {}

    CameraCondition condition() const override { return condition_.get(); }

    void set_streaming(bool streaming) override {
        {
            const std::lock_guard lock(mutex_);
            streaming_ = streaming;
        }
        changed_.notify_one();
    }

  private:
    // Often enough for a test or a developer who pulls the plug of a paused camera.
    static constexpr std::chrono::milliseconds paused_look{250};

    void run(const std::stop_token& stop) {
        base::give_way(); // it decodes pictures
        auto due = std::chrono::steady_clock::now();
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
            const bool streaming = streaming_;
            lock.unlock();
            show(streaming);
            lock.lock();
            const auto now = std::chrono::steady_clock::now();
            due = streaming ? std::max(due + period_, now) : now + paused_look;
            changed_.wait_until(lock, stop, due, [&] { return streaming_ != streaming; });
        }
    }

    void show(bool streaming) {
        const CameraCondition condition = source_->condition();
        if (condition != CameraCondition::streaming) {
            condition_.set(condition);
            return;
        }
        if (!streaming) {
            condition_.set(CameraCondition::paused);
            return;
        }
        Frame frame = source_->next();
        condition_.set(CameraCondition::streaming);
        if (frame_) frame_(std::move(frame));
    }

    ConditionCell<CameraCondition> condition_;
    const std::function<void(Frame)> frame_;
    const std::unique_ptr<PictureSource> source_;
    const std::chrono::microseconds period_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool streaming_ = false;
    std::jthread thread_; // last: it ends before what it uses
};

} // namespace

std::unique_ptr<Camera> make_simulated_camera(const CameraOptions& options, Camera::Sinks sinks) {
    return std::make_unique<SimulatedCamera>(options, std::move(sinks));
}

} // namespace rexue::devices
