#include "platform/devices/id_reader/samv/frame_parser.h"

#include <algorithm>

#include "platform/base/random.h"

namespace rexue::devices::samv {

FrameParser::FrameParser(LengthBounds bounds) : bounds_(bounds) {
    // Never grows past one frame, so no copy is left behind in freed memory.
    buffer_.reserve(header_bytes + bounds.longest);
}

FrameParser::~FrameParser() {
    reset();
}

void FrameParser::reset() {
    base::wipe(buffer_);
    buffer_.clear();
    noise_bytes_ = 0;
}

void FrameParser::drop(size_t count) {
    const size_t left = buffer_.size() - count;
    std::ranges::copy(std::span(buffer_).subspan(count), buffer_.begin());
    base::wipe(std::span(buffer_).subspan(left));
    buffer_.resize(left);
}

void FrameParser::feed(std::span<const std::byte> bytes,
                       const std::function<void(const Parsed&)>& found) {
    for (const std::byte byte : bytes) {
        buffer_.push_back(byte);
        while (step(found)) {
        }
    }
}

// True when something was dropped and what is left may hold more.
bool FrameParser::step(const std::function<void(const Parsed&)>& found) {
    const std::span<const std::byte> seen(buffer_);
    const auto drop_first = [this] {
        drop(1);
        ++noise_bytes_;
        return !buffer_.empty();
    };
    const size_t start = std::min(seen.size(), preamble.size());
    if (!std::ranges::equal(seen.first(start), std::span(preamble).first(start))) {
        return drop_first();
    }
    if (seen.size() < header_bytes) return false;
    const size_t length = std::to_integer<size_t>(seen[preamble.size()]) << 8U |
                          std::to_integer<size_t>(seen[preamble.size() + 1]);
    if (length < bounds_.shortest || length > bounds_.longest) {
        found(FrameFault::length);
        return drop_first();
    }
    if (seen.size() < header_bytes + length) return false;
    const size_t end = header_bytes + length - 1;
    if (checksum(seen.subspan(preamble.size(), end - preamble.size())) != seen[end]) {
        found(FrameFault::checksum);
        return drop_first();
    }
    found(Frame{.body = seen.subspan(header_bytes, length - 1)});
    drop(header_bytes + length);
    return !buffer_.empty();
}

} // namespace rexue::devices::samv
