// Finds SAM-V frames in a stream of bytes that arrive in pieces of any size, with noise between.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <variant>
#include <vector>

#include "platform/devices/id_reader/samv/frame.h"

namespace rexue::devices::samv {

// The bytes between length and checksum, readable until the callback returns.
struct Frame {
    std::span<const std::byte> body;
};
enum class FrameFault {
    length,   // LEN is outside the bounds
    checksum, // all bytes came, CHK does not fit
};
using Parsed = std::variant<Frame, FrameFault>;

// What it finds depends on the bytes alone, not on how they were cut. After a fault it looks for
// the next preamble right behind the faulty one, so that a good frame after a truncated one is
// found. Holds one frame at most, and wipes what it has passed: frames carry personal data.
// Not thread-safe.
class FrameParser {
  public:
    explicit FrameParser(LengthBounds bounds);
    ~FrameParser();
    FrameParser(const FrameParser&) = delete;
    FrameParser& operator=(const FrameParser&) = delete;

    // Calls `found` for each frame and fault that these bytes complete, in order.
    void feed(std::span<const std::byte> bytes, const std::function<void(const Parsed&)>& found);

    // Bytes that wait for the rest of a frame.
    size_t pending_bytes() const { return buffer_.size(); }
    // Bytes that belonged to no frame, since the last reset.
    size_t noise_bytes() const { return noise_bytes_; }
    // Forgets all, as after a time-out.
    void reset();

  private:
    bool step(const std::function<void(const Parsed&)>& found);
    void drop(size_t count);

    const LengthBounds bounds_;
    std::vector<std::byte> buffer_;
    size_t noise_bytes_ = 0;
};

} // namespace rexue::devices::samv
