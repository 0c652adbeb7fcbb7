#include "kiosk/ui/draw/svg.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include <librsvg/rsvg.h>

#include "kiosk/ui/text/glib_pointer.h"

namespace rexue::ui::draw {

namespace {

constexpr size_t max_file_bytes = 512 * 1024;

base::Result<std::string> read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return base::fail(base::ErrorCode::not_found, file.filename().string());
    std::string content(max_file_bytes + 1, '\0');
    stream.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<size_t>(stream.gcount()));
    if (content.size() > max_file_bytes) {
        return base::fail(base::ErrorCode::limit_exceeded, file.filename().string());
    }
    return content;
}

base::Result<text::SurfacePointer> render(const std::filesystem::path& file, int width_px,
                                          int height_px) {
    const auto content = read_file(file);
    if (!content) return base::fail(content);
    GError* error = nullptr;
    // From memory: a handle without a place of its own opens no other file.
    const text::ObjectPointer<RsvgHandle> handle(rsvg_handle_new_from_data(
        reinterpret_cast<const guint8*>(content->data()), content->size(), &error));
    if (handle == nullptr) {
        g_error_free(error);
        return base::fail(base::ErrorCode::corrupt, file.filename().string() + " is no SVG");
    }
    text::SurfacePointer surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width_px, height_px));
    const text::CairoPointer cairo(cairo_create(surface.get()));
    const RsvgRectangle box{.x = 0,
                            .y = 0,
                            .width = static_cast<double>(width_px),
                            .height = static_cast<double>(height_px)};
    if (rsvg_handle_render_document(handle.get(), cairo.get(), &box, &error) == FALSE) {
        g_error_free(error);
        return base::fail(base::ErrorCode::corrupt, file.filename().string() + " does not draw");
    }
    cairo_surface_flush(surface.get());
    return surface;
}

// Cairo's pixels: one native 32-bit word, alpha in the upper eight bits, colours premultiplied.
std::vector<std::uint32_t> words_of(cairo_surface_t* surface) {
    const auto width = static_cast<size_t>(cairo_image_surface_get_width(surface));
    const auto height = static_cast<size_t>(cairo_image_surface_get_height(surface));
    const auto stride = static_cast<size_t>(cairo_image_surface_get_stride(surface));
    std::vector<std::uint32_t> words(width * height);
    for (size_t row = 0; row < height; ++row) {
        std::memcpy(words.data() + row * width,
                    cairo_image_surface_get_data(surface) + row * stride, width * 4);
    }
    return words;
}

std::uint8_t unmultiplied(std::uint32_t channel, std::uint32_t alpha) {
    if (alpha == 0) return 0;
    return static_cast<std::uint8_t>(std::min(255U, (channel * 255U + alpha / 2) / alpha));
}

struct Box {
    size_t x0 = 0;
    size_t y0 = 0;
    size_t x1 = 1; // the first beyond
    size_t y1 = 1;
};

// Around all that can be seen; one pixel where nothing can.
Box seen_box(const std::vector<std::uint32_t>& words, size_t width) {
    Box box{.x0 = width, .y0 = words.size() / width, .x1 = 0, .y1 = 0};
    for (size_t i = 0; i < words.size(); ++i) {
        if (words[i] >> 24 == 0) continue;
        box.x0 = std::min(box.x0, i % width);
        box.x1 = std::max(box.x1, i % width + 1);
        box.y0 = std::min(box.y0, i / width);
        box.y1 = i / width + 1;
    }
    return box.x1 == 0 ? Box{} : box;
}

} // namespace

base::Result<Drawing> render_svg_coverage(const std::filesystem::path& file, int width_px,
                                          int height_px) {
    const auto surface = render(file, width_px, height_px);
    if (!surface) return base::fail(surface);
    std::vector<std::uint8_t> coverage;
    for (const std::uint32_t word : words_of(surface->get())) {
        coverage.push_back(static_cast<std::uint8_t>(word >> 24));
    }
    return Drawing{.texture = Texture::coverage(width_px, height_px, width_px, coverage.data())};
}

base::Result<Drawing> render_svg_colour(const std::filesystem::path& file, int width_px,
                                        int height_px) {
    const auto surface = render(file, width_px, height_px);
    if (!surface) return base::fail(surface);
    const std::vector<std::uint32_t> words = words_of(surface->get());
    const auto width = static_cast<size_t>(width_px);
    const Box box = seen_box(words, width);
    std::vector<std::uint8_t> rgba;
    for (size_t y = box.y0; y < box.y1; ++y) {
        for (size_t x = box.x0; x < box.x1; ++x) {
            const std::uint32_t word = words[y * width + x];
            const std::uint32_t alpha = word >> 24;
            rgba.push_back(unmultiplied((word >> 16) & 0xFF, alpha));
            rgba.push_back(unmultiplied((word >> 8) & 0xFF, alpha));
            rgba.push_back(unmultiplied(word & 0xFF, alpha));
            rgba.push_back(static_cast<std::uint8_t>(alpha));
        }
    }
    return Drawing{.texture = Texture::colour(static_cast<int>(box.x1 - box.x0),
                                              static_cast<int>(box.y1 - box.y0), rgba.data()),
                   .x_px = static_cast<int>(box.x0),
                   .y_px = static_cast<int>(box.y0)};
}

} // namespace rexue::ui::draw
