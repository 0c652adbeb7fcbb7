#include "platform/devices/camera/v4l2/v4l2_stream.h"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>

#include <linux/videodev2.h>

#include "platform/image/picture.h"

namespace rexue::devices {

namespace {

using base::ErrorCode;

constexpr unsigned wanted_buffers = 4;
constexpr unsigned fewest_buffers = 2;
// More formats than any camera lists: a driver that never says "no more" must not hold us.
constexpr unsigned most_formats = 64;

std::unexpected<base::Error> kernel_failure(const char* what, int minus_errno) {
    const int number = -minus_errno;
    const auto code = [number] {
        switch (number) {
            case ENODEV:
            case ENXIO:
            case ENOENT:
            case ENOTDIR:
                return ErrorCode::unplugged;
            case EBUSY:
            case EACCES:
            case EPERM:
                return ErrorCode::unavailable;
            case ENOTTY:
                return ErrorCode::unsupported;
            default:
                return ErrorCode::io;
        }
    }();
    return base::fail(code, std::string(what) + ": " + std::strerror(number));
}

template <typename Struct>
Struct capture_struct() {
    Struct zeroed;
    std::memset(&zeroed, 0, sizeof zeroed);
    zeroed.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    return zeroed;
}

v4l2_buffer buffer_struct(unsigned index) {
    auto buffer = capture_struct<v4l2_buffer>();
    buffer.memory = V4L2_MEMORY_MMAP;
    buffer.index = index;
    return buffer;
}

unsigned fourcc(PixelFormat format) {
    return format == PixelFormat::mjpeg ? V4L2_PIX_FMT_MJPEG : V4L2_PIX_FMT_YUYV;
}

} // namespace

base::Result<std::unique_ptr<V4l2Stream>> V4l2Stream::create(V4l2Kernel& kernel,
                                                             const CameraOptions& options) {
    const int descriptor = kernel.open(options.path.c_str());
    if (descriptor < 0) return kernel_failure("open", descriptor);
    std::unique_ptr<V4l2Stream> stream(new V4l2Stream(kernel, descriptor));
    if (auto configured = stream->configure(options); !configured) {
        return std::unexpected(configured.error());
    }
    return stream;
}

V4l2Stream::~V4l2Stream() {
    stop();
    for (const Mapping& mapping : mappings_)
        kernel_.unmap(mapping.memory, mapping.bytes);
    auto none = capture_struct<v4l2_requestbuffers>();
    none.memory = V4L2_MEMORY_MMAP;
    kernel_.control(descriptor_, VIDIOC_REQBUFS, &none);
    kernel_.close(descriptor_);
}

base::Status V4l2Stream::control(unsigned long request, void* argument, const char* what) {
    const int result = kernel_.control(descriptor_, request, argument);
    if (result < 0) return kernel_failure(what, result);
    return {};
}

base::Status V4l2Stream::configure(const CameraOptions& options) {
    if (auto capable = check_capabilities(); !capable) return capable;
    const auto format = choose_format();
    if (!format) return base::fail(format);
    if (auto set = set_format(*format, options); !set) return set;
    ask_for_rate(options.frames_per_second);
    return map_buffers();
}

base::Status V4l2Stream::check_capabilities() {
    v4l2_capability capability;
    std::memset(&capability, 0, sizeof capability);
    if (auto asked = control(VIDIOC_QUERYCAP, &capability, "querycap"); !asked) return asked;
    // One camera makes several nodes; `capabilities` speaks of all, `device_caps` of this one.
    const auto able = (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0
                          ? capability.device_caps
                          : capability.capabilities;
    if ((able & V4L2_CAP_VIDEO_CAPTURE) == 0 || (able & V4L2_CAP_STREAMING) == 0) {
        return base::fail(ErrorCode::unsupported, "not a node that streams video");
    }
    return {};
}

base::Result<PixelFormat> V4l2Stream::choose_format() {
    bool has_yuyv = false;
    for (unsigned index = 0; index < most_formats; ++index) {
        auto description = capture_struct<v4l2_fmtdesc>();
        description.index = index;
        const int result = kernel_.control(descriptor_, VIDIOC_ENUM_FMT, &description);
        if (result == -EINVAL) break;
        if (result < 0) return kernel_failure("enum_fmt", result);
        // MJPEG first: 720p of YUYV is more than USB 2 carries at 15 frames a second.
        if (description.pixelformat == V4L2_PIX_FMT_MJPEG) return PixelFormat::mjpeg;
        if (description.pixelformat == V4L2_PIX_FMT_YUYV) has_yuyv = true;
    }
    if (has_yuyv) return PixelFormat::yuyv;
    return base::fail(ErrorCode::unsupported, "offers neither MJPEG nor YUYV");
}

base::Status V4l2Stream::set_format(PixelFormat format, const CameraOptions& options) {
    auto wanted = capture_struct<v4l2_format>();
    auto& pixels = wanted.fmt.pix;
    pixels.width = static_cast<unsigned>(options.width_px);
    pixels.height = static_cast<unsigned>(options.height_px);
    pixels.pixelformat = fourcc(format);
    pixels.field = V4L2_FIELD_ANY;
    if (auto set = control(VIDIOC_S_FMT, &wanted, "s_fmt"); !set) return set;
    // The driver answers with what it really will send.
    if (pixels.pixelformat != fourcc(format)) {
        return base::fail(ErrorCode::unsupported, "does not keep the format it offers");
    }
    if (pixels.width == 0 || pixels.height == 0 || pixels.width > unsigned(image::max_side_px) ||
        pixels.height > unsigned(image::max_side_px)) {
        return base::fail(ErrorCode::unsupported, "sends pictures of an absurd size");
    }
    const unsigned narrowest = pixels.width * 2;
    shape_ = {.format = format,
              .width_px = static_cast<int>(pixels.width),
              .height_px = static_cast<int>(pixels.height),
              .row_bytes = static_cast<int>(std::max(pixels.bytesperline, narrowest))};
    return {};
}

void V4l2Stream::ask_for_rate(int frames_per_second) {
    auto rate = capture_struct<v4l2_streamparm>();
    rate.parm.capture.timeperframe = {.numerator = 1,
                                      .denominator = static_cast<unsigned>(frames_per_second)};
    // A camera with one fixed rate refuses; surplus frames are dropped unread then.
    kernel_.control(descriptor_, VIDIOC_S_PARM, &rate);
}

base::Status V4l2Stream::map_buffers() {
    auto request = capture_struct<v4l2_requestbuffers>();
    request.memory = V4L2_MEMORY_MMAP;
    request.count = wanted_buffers;
    if (auto granted = control(VIDIOC_REQBUFS, &request, "reqbufs"); !granted) return granted;
    if (request.count < fewest_buffers) return base::fail(ErrorCode::io, "too few buffers");
    for (unsigned index = 0; index < request.count; ++index) {
        v4l2_buffer buffer = buffer_struct(index);
        if (auto asked = control(VIDIOC_QUERYBUF, &buffer, "querybuf"); !asked) return asked;
        void* memory = kernel_.map(descriptor_, buffer.length, off_t(buffer.m.offset));
        if (memory == nullptr) return base::fail(ErrorCode::io, "mmap refused");
        mappings_.push_back({.memory = static_cast<std::byte*>(memory), .bytes = buffer.length});
    }
    return {};
}

base::Status V4l2Stream::queue(unsigned index) {
    v4l2_buffer buffer = buffer_struct(index);
    return control(VIDIOC_QBUF, &buffer, "qbuf");
}

base::Status V4l2Stream::start() {
    if (started_) return {};
    // STREAMOFF takes all buffers back, so each start queues all of them.
    for (unsigned index = 0; index < mappings_.size(); ++index) {
        if (auto queued = queue(index); !queued) return queued;
    }
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    if (auto on = control(VIDIOC_STREAMON, &type, "streamon"); !on) return on;
    started_ = true;
    return {};
}

void V4l2Stream::stop() {
    if (!started_) return;
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    kernel_.control(descriptor_, VIDIOC_STREAMOFF, &type);
    started_ = false;
}

base::Status V4l2Stream::probe() {
    return check_capabilities();
}

base::Result<V4l2Stream::Taken> V4l2Stream::take(std::chrono::milliseconds timeout, Use use) {
    REXUE_ASSERT(started_);
    const int events = kernel_.wait(descriptor_, timeout);
    if (events < 0) return kernel_failure("poll", events);
    if (events == 0) return Taken{};
    // Only what poll promises is dequeued: after an unplug a waiting DQBUF never returns.
    if ((events & POLLIN) == 0) return base::fail(ErrorCode::unplugged, "poll: error or hang-up");
    v4l2_buffer buffer = buffer_struct(0);
    const int dequeued = kernel_.control(descriptor_, VIDIOC_DQBUF, &buffer);
    if (dequeued == -EAGAIN) return Taken{};
    if (dequeued == -EIO) return Taken{.skipped = true, .image = {}}; // a frame lost on the wire
    if (dequeued < 0) return kernel_failure("dqbuf", dequeued);
    if (buffer.index >= mappings_.size()) return base::fail(ErrorCode::io, "unknown buffer");

    Taken taken;
    const Mapping& mapping = mappings_[buffer.index];
    if ((buffer.flags & V4L2_BUF_FLAG_ERROR) != 0 || buffer.bytesused > mapping.bytes) {
        taken.skipped = true;
    } else if (use == Use::decode) {
        auto image = decode_frame(std::span(mapping.memory, buffer.bytesused), shape_);
        taken.skipped = !image;
        if (image) taken.image = std::move(*image);
    }
    if (auto queued = queue(buffer.index); !queued) return std::unexpected(queued.error());
    return taken;
}

} // namespace rexue::devices
