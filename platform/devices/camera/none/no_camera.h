// The camera of a terminal that has none.
#pragma once

#include "platform/devices/camera/camera.h"

namespace rexue::devices {

std::unique_ptr<Camera> make_no_camera();

} // namespace rexue::devices
