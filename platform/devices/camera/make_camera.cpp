#include <utility>

#include "platform/devices/camera/camera.h"
#include "platform/devices/camera/none/no_camera.h"
#include "platform/devices/camera/simulated/simulated_camera.h"
#include "platform/devices/camera/v4l2/v4l2_camera.h"

namespace rexue::devices {

namespace {

base::Status check(const CameraOptions& options) {
    constexpr int smallest_side_px = 16;
    constexpr int largest_side_px = 4096;
    const auto fits = [](int side_px) {
        return side_px >= smallest_side_px && side_px <= largest_side_px;
    };
    if (!fits(options.width_px) || !fits(options.height_px)) {
        return base::fail(base::ErrorCode::invalid_argument, "camera: sides of 16 to 4096 px");
    }
    if (options.frames_per_second < 1 || options.frames_per_second > 120) {
        return base::fail(base::ErrorCode::invalid_argument, "camera: 1 to 120 frames a second");
    }
    if (options.path.empty()) {
        return base::fail(base::ErrorCode::invalid_argument, "camera: a path is wanted");
    }
    return {};
}

} // namespace

base::Result<std::unique_ptr<Camera>> make_camera(const CameraOptions& options,
                                                  Camera::Sinks sinks) {
    if (options.kind == CameraKind::none) return make_no_camera();
    if (auto sound = check(options); !sound) return std::unexpected(sound.error());
    if (options.kind == CameraKind::simulated) {
        return make_simulated_camera(options, std::move(sinks));
    }
    return make_v4l2_camera(options, std::move(sinks));
}

} // namespace rexue::devices
