// A camera whose pictures come from a folder or a named pipe.
#pragma once

#include "platform/devices/camera/camera.h"

namespace rexue::devices {

// See PictureSource. A path that is a named pipe when the camera is made is one; any other, also
// one that does not exist yet, is a folder.
std::unique_ptr<Camera> make_simulated_camera(const CameraOptions& options, Camera::Sinks sinks);

} // namespace rexue::devices
