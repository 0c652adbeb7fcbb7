#include "platform/devices/camera/none/no_camera.h"

namespace rexue::devices {

namespace {

class NoCamera final : public Camera {
  public:
    CameraCondition condition() const override { return CameraCondition::absent; }
    void set_streaming(bool) override {}
};

} // namespace

std::unique_ptr<Camera> make_no_camera() {
    return std::make_unique<NoCamera>();
}

} // namespace rexue::devices
