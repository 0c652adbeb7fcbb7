// What the camera's thread does, a bounded piece at a time: open, stream, pause, notice, reopen.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "platform/devices/camera/camera.h"
#include "platform/devices/camera/v4l2/kernel.h"
#include "platform/devices/camera/v4l2/v4l2_stream.h"
#include "platform/devices/condition_cell.h"
#include "platform/time/clock.h"

namespace rexue::devices {

enum class Wanted { paused, streaming };

class CaptureMachine {
  public:
    // No frame for this long: `silent`. As long again: closed and opened anew, which wakes up a
    // camera whose firmware has hung.
    static constexpr std::chrono::milliseconds silence{2000};
    static constexpr std::chrono::milliseconds longest_back_off{5000};

    // All are kept by reference.
    CaptureMachine(V4l2Kernel& kernel, const time::Clock& clock, CameraOptions options,
                   std::function<void(std::shared_ptr<const image::GreyImage>)> frame,
                   ConditionCell<CameraCondition>& condition);

    // Blocks at most 200 ms, in the kernel's `wait`. Returns how long nothing is to be done.
    std::chrono::milliseconds step(Wanted wanted);

    // Frames that came but could not be used, since the start.
    std::int64_t skipped_frames() const { return skipped_frames_; }

  private:
    std::chrono::milliseconds open();
    std::chrono::milliseconds pause();
    std::chrono::milliseconds capture();
    std::chrono::milliseconds tear_down(CameraCondition condition);

    V4l2Kernel& kernel_;
    const time::Clock& clock_;
    const CameraOptions options_;
    const std::function<void(std::shared_ptr<const image::GreyImage>)> frame_;
    ConditionCell<CameraCondition>& condition_;
    std::unique_ptr<V4l2Stream> stream_;
    std::chrono::milliseconds back_off_;
    time::Moment next_attempt_{};
    time::Moment last_sign_{};  // of a frame, or of the start of waiting for one
    time::Moment next_frame_{}; // frames before it are surplus
    std::int64_t skipped_frames_ = 0;
};

} // namespace rexue::devices
