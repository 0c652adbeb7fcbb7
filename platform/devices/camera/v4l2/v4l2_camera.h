// A USB camera through the kernel's Video4Linux interface.
#pragma once

#include "platform/devices/camera/camera.h"
#include "platform/devices/camera/v4l2/kernel.h"

namespace rexue::devices {

// `options.path` need not exist yet: the camera is connected when it is plugged in. `kernel` is
// kept by reference. The destructor returns within a quarter of a second.
std::unique_ptr<Camera> make_v4l2_camera(const CameraOptions& options, Camera::Sinks sinks,
                                         V4l2Kernel& kernel = linux_kernel());

} // namespace rexue::devices
