#include "tests/platform/devices/camera/v4l2/scripted_kernel.h"

#include <algorithm>
#include <cerrno>

namespace rexue::devices {

int ScriptedKernel::dequeue(v4l2_buffer& buffer) {
    if (frames.empty()) {
        ++waited_dequeues;
        return -EAGAIN;
    }
    if (queued_.empty()) return -EINVAL;
    buffer.index = *queued_.begin();
    queued_.erase(queued_.begin());
    const ScriptedFrame frame = std::move(frames.front());
    frames.pop_front();
    auto& memory = memory_[buffer.index];
    std::copy_n(frame.bytes.begin(), std::min(memory.size(), frame.bytes.size()), memory.begin());
    buffer.bytesused = unsigned(frame.bytes.size());
    buffer.flags = frame.flags;
    return 0;
}

int ScriptedKernel::control(int, unsigned long request, void* argument) {
    if (!plugged) return -ENODEV;
    if (const auto found = failing.find(request); found != failing.end()) return -found->second;
    switch (request) {
        case VIDIOC_QUERYCAP:
            static_cast<v4l2_capability*>(argument)->capabilities =
                V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING | V4L2_CAP_DEVICE_CAPS;
            static_cast<v4l2_capability*>(argument)->device_caps = capabilities;
            return 0;
        case VIDIOC_ENUM_FMT: {
            auto& description = *static_cast<v4l2_fmtdesc*>(argument);
            if (description.index >= formats.size()) return -EINVAL;
            description.pixelformat = formats[description.index];
            return 0;
        }
        case VIDIOC_S_FMT: {
            auto& pixels = static_cast<v4l2_format*>(argument)->fmt.pix;
            pixels.width = width_px;
            pixels.height = height_px;
            pixels.bytesperline = row_bytes;
            format = *static_cast<v4l2_format*>(argument);
            return 0;
        }
        case VIDIOC_QUERYBUF: {
            auto& buffer = *static_cast<v4l2_buffer*>(argument);
            buffer.length = buffer_bytes;
            buffer.m.offset = buffer.index;
            return 0;
        }
        case VIDIOC_QBUF:
            return queued_.insert(static_cast<v4l2_buffer*>(argument)->index).second ? 0 : -EINVAL;
        case VIDIOC_DQBUF:
            return dequeue(*static_cast<v4l2_buffer*>(argument));
        case VIDIOC_STREAMON:
            streaming = true;
            return 0;
        case VIDIOC_STREAMOFF:
            streaming = false;
            queued_.clear();
            return 0;
        default:
            return 0;
    }
}

} // namespace rexue::devices
