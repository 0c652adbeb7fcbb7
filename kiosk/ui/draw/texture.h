// A texture on the graphics side, deleted with its owner. The context is current on the thread.
#pragma once

#include <cstdint>
#include <utility>

namespace rexue::ui::draw {

class Texture {
  public:
    Texture() = default;
    // One byte a pixel: how much of the pixel is covered. Drawn, it takes the colour of the vertex.
    static Texture coverage(int width_px, int height_px, int stride_bytes,
                            const std::uint8_t* pixels);
    // Four bytes a pixel, red first, alpha not premultiplied.
    static Texture colour(int width_px, int height_px, const std::uint8_t* pixels);

    ~Texture();
    Texture(Texture&& other) noexcept
        : id_(std::exchange(other.id_, 0)),
          width_px_(other.width_px_),
          height_px_(other.height_px_),
          bytes_(std::exchange(other.bytes_, 0)) {}
    Texture& operator=(Texture&& other) noexcept {
        std::swap(id_, other.id_);
        std::swap(width_px_, other.width_px_);
        std::swap(height_px_, other.height_px_);
        std::swap(bytes_, other.bytes_);
        return *this;
    }

    explicit operator bool() const { return id_ != 0; }
    unsigned id() const { return id_; }
    int width_px() const { return width_px_; }
    int height_px() const { return height_px_; }
    std::size_t bytes() const { return bytes_; }

  private:
    Texture(unsigned id, int width_px, int height_px, std::size_t bytes)
        : id_(id), width_px_(width_px), height_px_(height_px), bytes_(bytes) {}

    unsigned id_ = 0;
    int width_px_ = 0;
    int height_px_ = 0;
    std::size_t bytes_ = 0;
};

} // namespace rexue::ui::draw
