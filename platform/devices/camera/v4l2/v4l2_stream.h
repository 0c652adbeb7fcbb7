// One opened and configured camera: buffers mapped, started and stopped at will.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "platform/base/error.h"
#include "platform/devices/camera/camera.h"
#include "platform/devices/camera/v4l2/frame_decoder.h"
#include "platform/devices/camera/v4l2/kernel.h"

namespace rexue::devices {

// All of it on one thread. Whatever happens, the destructor gives back buffers and descriptor;
// a camera that was pulled out stays half alive in the kernel until that is done.
class V4l2Stream {
  public:
    // unplugged: nothing there. unavailable: there, but in use or not ours to open.
    // unsupported: no video capture, or neither MJPEG nor YUYV. io: anything else.
    static base::Result<std::unique_ptr<V4l2Stream>> create(V4l2Kernel& kernel,
                                                            const CameraOptions& options);
    ~V4l2Stream();
    V4l2Stream(const V4l2Stream&) = delete;
    V4l2Stream& operator=(const V4l2Stream&) = delete;

    // Twice the same is nothing. unplugged, io.
    base::Status start();
    void stop();
    bool started() const { return started_; }

    // Asks whether it is still there, when no frames tell. unplugged.
    base::Status probe();

    enum class Use { decode, drop };
    struct Taken {
        bool skipped = false; // a buffer came, but was short, flagged or did not decode
        std::optional<image::GreyImage> image;
    };
    // Waits for one buffer at most `timeout`; neither skipped nor an image when none came, or when
    // it was dropped on request. unplugged: tear down. Started only.
    base::Result<Taken> take(std::chrono::milliseconds timeout, Use use);

  private:
    struct Mapping {
        std::byte* memory = nullptr;
        size_t bytes = 0;
    };

    V4l2Stream(V4l2Kernel& kernel, int descriptor) : kernel_(kernel), descriptor_(descriptor) {}

    base::Status configure(const CameraOptions& options);
    base::Status check_capabilities();
    base::Result<PixelFormat> choose_format();
    base::Status set_format(PixelFormat format, const CameraOptions& options);
    void ask_for_rate(int frames_per_second);
    base::Status map_buffers();
    base::Status queue(unsigned index);
    // The kernel's answer as our error.
    base::Status control(unsigned long request, void* argument, const char* what);

    V4l2Kernel& kernel_;
    int descriptor_;
    FrameShape shape_;
    std::vector<Mapping> mappings_;
    bool started_ = false;
};

} // namespace rexue::devices
