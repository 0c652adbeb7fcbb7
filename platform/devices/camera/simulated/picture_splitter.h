// Whole PNG and JPEG files out of one stream of bytes in which they follow each other.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rexue::devices {

class PictureSplitter {
  public:
    // A picture larger than this is dropped, and the stream is searched for the next one's start.
    static constexpr size_t max_picture_bytes = 16 * 1024 * 1024;

    void feed(std::span<const std::byte> bytes);

    // The next whole picture in order, if it has come in completely. Bytes between pictures are
    // stepped over.
    std::optional<std::vector<std::byte>> next();

  private:
    std::vector<std::byte> pending_;
};

} // namespace rexue::devices
