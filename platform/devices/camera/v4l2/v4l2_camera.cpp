#include "platform/devices/camera/v4l2/v4l2_camera.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

#include "platform/base/give_way.h"
#include "platform/devices/camera/v4l2/capture_machine.h"
#include "platform/devices/condition_cell.h"
#include "platform/time/clock.h"

namespace rexue::devices {

namespace {

class V4l2Camera final : public Camera {
  public:
    V4l2Camera(V4l2Kernel& kernel, const CameraOptions& options, Sinks sinks)
        : condition_(CameraCondition::connecting, std::move(sinks.condition)),
          machine_(kernel, clock_, options, std::move(sinks.frame), condition_),
          thread_([this](const std::stop_token& stop) { run(stop); }) {}

    CameraCondition condition() const override { return condition_.get(); }

    void set_streaming(bool streaming) override {
        {
            const std::lock_guard lock(mutex_);
            wanted_ = streaming ? Wanted::streaming : Wanted::paused;
        }
        changed_.notify_one();
    }

  private:
    void run(const std::stop_token& stop) {
        base::give_way(); // it decodes pictures
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
            const Wanted wanted = wanted_;
            lock.unlock();
            const auto rest = machine_.step(wanted);
            lock.lock();
            if (rest.count() == 0) continue;
            changed_.wait_for(lock, stop, rest, [&] { return wanted_ != wanted; });
        }
    }

    const time::SystemClock clock_;
    ConditionCell<CameraCondition> condition_;
    CaptureMachine machine_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    Wanted wanted_ = Wanted::paused;
    std::jthread thread_; // last: it ends before what it uses
};

} // namespace

std::unique_ptr<Camera> make_v4l2_camera(const CameraOptions& options, Camera::Sinks sinks,
                                         V4l2Kernel& kernel) {
    return std::make_unique<V4l2Camera>(kernel, options, std::move(sinks));
}

} // namespace rexue::devices
