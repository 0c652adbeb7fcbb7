// The camera: a stream of grey pictures, the newest of which is what counts.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "platform/base/error.h"
#include "platform/image/grey_image.h"

namespace rexue::devices {

// Left by itself once the cause is gone.
enum class CameraCondition {
    absent, // this terminal has none
    connecting,
    paused, // open, but nobody wants frames: costs nothing
    streaming,
    unplugged,
    silent,      // open, but no frame for 2 s
    unsupported, // offers neither MJPEG nor YUYV
};
std::string_view to_string(CameraCondition condition);

// Captures on a thread of its own; both sinks are called from it and must not block.
class Camera {
  public:
    struct Sinks {
        std::function<void(std::shared_ptr<const image::GreyImage>)> frame;
        std::function<void(CameraCondition)> condition;
    };

    virtual ~Camera() = default;
    virtual CameraCondition condition() const = 0;
    // Starts or pauses capture; any thread; twice the same is nothing.
    virtual void set_streaming(bool streaming) = 0;
};

enum class CameraKind { none, v4l2, simulated };

struct CameraOptions {
    CameraKind kind = CameraKind::none;
    // v4l2: "/dev/v4l/by-id/…". simulated: a folder of PNG/JPEG pictures, played in the order of
    // their names and looked at again when the folder changes; or a named pipe of them.
    std::string path;
    int width_px = 1280;
    int height_px = 720;
    int frames_per_second = 15;
};

base::Result<std::unique_ptr<Camera>> make_camera(const CameraOptions& options,
                                                  Camera::Sinks sinks);

} // namespace rexue::devices
