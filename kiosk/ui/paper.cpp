#include "kiosk/ui/paper.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "kiosk/ui/text/typeset.h"
#include "platform/base/error.h"
#include "platform/qr/qr_code.h"

namespace rexue::ui {

namespace {

constexpr float px_per_mm = 8.0F;
constexpr float least_width_mm = 10.0F;
constexpr float greatest_width_mm = 80.0F;
constexpr float greatest_height_mm = 400.0F;
constexpr float margin_mm = 3.0F;
constexpr float foot_mm = 4.0F;
constexpr float rule_mm = 0.25F;
// A thermal head burns a dot or leaves it.
constexpr std::uint8_t black_from = 112;

int pixels(float mm) {
    return static_cast<int>(std::lround(mm * px_per_mm));
}

} // namespace

struct Paper::Surface {
    int width_px = 0;
    int rows = 0;
    std::vector<std::uint8_t> coverage; // width_px bytes a row; grows downwards

    // Rows up to `bottom_px`, or as many as a slip has.
    void grow(int bottom_px) {
        rows = std::max(rows, std::min(bottom_px, pixels(greatest_height_mm)));
        coverage.resize(static_cast<size_t>(rows) * static_cast<size_t>(width_px), 0);
    }

    size_t place(int row, int column) const {
        return static_cast<size_t>(row) * static_cast<size_t>(width_px) +
               static_cast<size_t>(column);
    }

    void fill(int x, int y, int w, int h) {
        grow(y + h);
        for (int row = std::max(0, y); row < std::min(y + h, rows); ++row) {
            const int left = std::clamp(x, 0, width_px);
            const int right = std::clamp(x + w, 0, width_px);
            std::fill_n(coverage.begin() + static_cast<std::ptrdiff_t>(place(row, left)),
                        right - left, 255);
        }
    }

    void blend(cairo_surface_t* source, int x, int y) {
        const int width = cairo_image_surface_get_width(source);
        const int height = cairo_image_surface_get_height(source);
        const int stride = cairo_image_surface_get_stride(source);
        const std::uint8_t* const from = cairo_image_surface_get_data(source);
        grow(y + height);
        for (int row = std::max(0, -y); row < height && y + row < rows; ++row) {
            for (int column = std::max(0, -x); column < width && x + column < width_px; ++column) {
                std::uint8_t& to = coverage[place(y + row, x + column)];
                to = std::max(to, from[row * stride + column]);
            }
        }
    }
};

Paper::Paper(float width_mm) : surface_(std::make_unique<Surface>()) {
    surface_->width_px = pixels(std::clamp(width_mm, least_width_mm, greatest_width_mm));
}

Paper::~Paper() = default;

float Paper::text(float y, std::string_view utf8, float capital_mm, Weight weight, Align align) {
    const int margin = pixels(margin_mm);
    const text::Typeset typeset({.utf8 = utf8,
                                 .capital_px = capital_mm * px_per_mm,
                                 .weight = weight,
                                 .width_px = surface_->width_px - 2 * margin,
                                 .max_lines = 0,
                                 .align = align});
    const text::Extent& extent = typeset.extent();
    if (extent.ink.w > 0) {
        const text::SurfacePointer ink(
            cairo_image_surface_create(CAIRO_FORMAT_A8, extent.ink.w, extent.ink.h));
        const text::CairoPointer cairo(cairo_create(ink.get()));
        cairo_translate(cairo.get(), -extent.ink.x, -extent.ink.y);
        typeset.draw(cairo.get());
        cairo_surface_flush(ink.get());
        if (cairo_image_surface_get_data(ink.get()) != nullptr) {
            surface_->blend(ink.get(), margin + extent.ink.x, pixels(y) + extent.ink.y);
        }
    }
    return y + static_cast<float>(extent.height_px) / px_per_mm;
}

float Paper::qr(float y, std::string_view content, float side_mm) {
    const auto code = qr::encode(content);
    if (!code) return y;
    const int modules = code->side_modules + 2 * qr::quiet_zone_modules;
    const int module_px = std::max(1, pixels(side_mm) / modules);
    const int side = modules * module_px;
    const int left = (surface_->width_px - side) / 2 + qr::quiet_zone_modules * module_px;
    const int top = pixels(y) + qr::quiet_zone_modules * module_px;
    for (int row = 0; row < code->side_modules; ++row) {
        for (int column = 0; column < code->side_modules; ++column) {
            if (!code->is_dark(column, row)) continue;
            surface_->fill(left + column * module_px, top + row * module_px, module_px, module_px);
        }
    }
    return y + static_cast<float>(side) / px_per_mm;
}

float Paper::rule(float y) {
    const int margin = pixels(margin_mm);
    surface_->fill(margin, pixels(y), surface_->width_px - 2 * margin, pixels(rule_mm));
    return y + rule_mm;
}

image::GreyImage Paper::finish() {
    const auto width = static_cast<size_t>(surface_->width_px);
    size_t lowest = surface_->coverage.size();
    while (lowest > 0 && surface_->coverage[lowest - 1] < black_from)
        --lowest;
    const auto inked_rows = static_cast<int>((lowest + width - 1) / width);
    const int height = std::min(inked_rows + pixels(foot_mm), pixels(greatest_height_mm));
    surface_->grow(height);
    image::GreyImage image{.width_px = surface_->width_px, .height_px = height, .luminance = {}};
    image.luminance.reserve(width * static_cast<size_t>(height));
    for (size_t i = 0; i < width * static_cast<size_t>(height); ++i) {
        image.luminance.push_back(surface_->coverage[i] >= black_from ? 0 : 255);
    }
    return image;
}

} // namespace rexue::ui
