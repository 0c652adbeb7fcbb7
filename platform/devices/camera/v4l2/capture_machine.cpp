#include "platform/devices/camera/v4l2/capture_machine.h"

#include <algorithm>
#include <utility>

namespace rexue::devices {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds first_back_off{250};
constexpr milliseconds paused_probe{1000};
constexpr milliseconds longest_wait{200};

CameraCondition condition_after(const base::Error& error) {
    switch (error.code) {
        case base::ErrorCode::unplugged:
            return CameraCondition::unplugged;
        case base::ErrorCode::unsupported:
            return CameraCondition::unsupported;
        default:
            return CameraCondition::connecting; // there, but does not let us in yet
    }
}

} // namespace

CaptureMachine::CaptureMachine(V4l2Kernel& kernel, const time::Clock& clock, CameraOptions options,
                               std::function<void(std::shared_ptr<const image::GreyImage>)> frame,
                               ConditionCell<CameraCondition>& condition)
    : kernel_(kernel),
      clock_(clock),
      options_(std::move(options)),
      frame_(std::move(frame)),
      condition_(condition),
      back_off_(first_back_off),
      next_attempt_(clock.steady()) {}

milliseconds CaptureMachine::step(Wanted wanted) {
    if (!stream_) {
        const milliseconds rest = next_attempt_ - clock_.steady();
        if (rest > milliseconds(0)) return rest;
        return open();
    }
    return wanted == Wanted::streaming ? capture() : pause();
}

milliseconds CaptureMachine::open() {
    auto stream = V4l2Stream::create(kernel_, options_);
    if (!stream) return tear_down(condition_after(stream.error()));
    stream_ = std::move(*stream);
    return milliseconds(0);
}

milliseconds CaptureMachine::pause() {
    stream_->stop();
    if (!stream_->probe()) return tear_down(CameraCondition::unplugged);
    back_off_ = first_back_off;
    condition_.set(CameraCondition::paused);
    return paused_probe;
}

milliseconds CaptureMachine::capture() {
    if (!stream_->started()) {
        if (auto started = stream_->start(); !started) {
            return tear_down(condition_after(started.error()));
        }
        last_sign_ = clock_.steady();
        next_frame_ = last_sign_;
    }
    const auto use =
        clock_.steady() < next_frame_ ? V4l2Stream::Use::drop : V4l2Stream::Use::decode;
    auto taken = stream_->take(longest_wait, use);
    if (!taken) return tear_down(CameraCondition::unplugged);

    const auto now = clock_.steady();
    if (taken->skipped) ++skipped_frames_;
    if (taken->image) {
        // Cameras jitter: a frame that comes a quarter early is still this period's.
        next_frame_ = now + milliseconds(750 / options_.frames_per_second);
        last_sign_ = now;
        back_off_ = first_back_off;
        condition_.set(CameraCondition::streaming);
        if (frame_) frame_(std::make_shared<const image::GreyImage>(std::move(*taken->image)));
    }
    if (now - last_sign_ >= 2 * silence) return tear_down(CameraCondition::silent);
    if (now - last_sign_ >= silence) condition_.set(CameraCondition::silent);
    return milliseconds(0);
}

milliseconds CaptureMachine::tear_down(CameraCondition condition) {
    stream_.reset();
    condition_.set(condition);
    next_attempt_ = clock_.steady() + back_off_;
    return std::exchange(back_off_, std::min(back_off_ * 2, longest_back_off));
}

} // namespace rexue::devices
