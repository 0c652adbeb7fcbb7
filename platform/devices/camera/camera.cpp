#include "platform/devices/camera/camera.h"

namespace rexue::devices {

std::string_view to_string(CameraCondition condition) {
    switch (condition) {
        case CameraCondition::absent:
            return "absent";
        case CameraCondition::connecting:
            return "connecting";
        case CameraCondition::paused:
            return "paused";
        case CameraCondition::streaming:
            return "streaming";
        case CameraCondition::unplugged:
            return "unplugged";
        case CameraCondition::silent:
            return "silent";
        case CameraCondition::unsupported:
            return "unsupported";
    }
    return "";
}

} // namespace rexue::devices
