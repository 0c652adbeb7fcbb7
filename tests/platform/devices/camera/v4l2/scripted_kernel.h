// A kernel with one camera that does what the test says, at every call that the driver makes.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <linux/videodev2.h>

#include "platform/devices/camera/v4l2/kernel.h"
#include "platform/time/clock.h"

namespace rexue::devices {

struct ScriptedFrame {
    std::vector<std::byte> bytes;
    unsigned flags = 0;
};

class ScriptedKernel final : public V4l2Kernel {
  public:
    explicit ScriptedKernel(time::SimulatedClock& clock) : clock_(clock) {}

    // What the camera is.
    bool plugged = true;
    std::vector<unsigned> formats{V4L2_PIX_FMT_YUYV, V4L2_PIX_FMT_MJPEG};
    unsigned capabilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    unsigned width_px = 64;
    unsigned height_px = 48;
    unsigned row_bytes = 0;
    unsigned buffer_bytes = 1U << 16U;
    // What goes wrong: the error a request gives, while it is here.
    std::map<unsigned long, int> failing;
    int open_error = 0;
    // What the lens sees; each picture once. None: poll runs into its timeout.
    std::deque<ScriptedFrame> frames;
    bool hang_up = false; // poll tells of an error, as after an unplug

    // What the driver did.
    int opened = 0;
    int open_descriptors = 0;
    int mapped = 0;
    bool streaming = false;
    int waited_dequeues = 0; // DQBUF without a frame that poll has promised: never returns
    v4l2_format format{};

    int open(const char*) override {
        ++opened;
        if (!plugged) return -ENOENT;
        if (open_error != 0) return -open_error;
        ++open_descriptors;
        return 7;
    }

    void close(int) override {
        --open_descriptors;
        streaming = false;
        queued_.clear();
    }

    int control(int, unsigned long request, void* argument) override;

    void* map(int, size_t bytes, off_t offset) override {
        auto& memory = memory_[size_t(offset)];
        memory.resize(bytes);
        ++mapped;
        return memory.data();
    }

    void unmap(void*, size_t) override { --mapped; }

    int wait(int, std::chrono::milliseconds timeout) override {
        if (!plugged || hang_up) return POLLERR | POLLHUP;
        if (streaming && !frames.empty()) {
            clock_.advance(std::chrono::milliseconds(10));
            return POLLIN;
        }
        clock_.advance(timeout);
        return 0;
    }

  private:
    int dequeue(v4l2_buffer& buffer);

    time::SimulatedClock& clock_;
    std::map<size_t, std::vector<std::byte>> memory_;
    std::set<unsigned> queued_;
};

} // namespace rexue::devices
