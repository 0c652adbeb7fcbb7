#include "kiosk/ui/draw/painter.h"

#include <imgui.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace rexue::ui::draw {

namespace {

ImU32 packed(Colour colour) {
    return IM_COL32(colour.r, colour.g, colour.b, 255);
}

ImTextureID texture_id(const Texture& texture) {
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture.id()));
}

}  // namespace

void Painter::fill(const PxRect& rect, Colour colour, float radius_px) {
    if (list_ == nullptr || rect.width() <= 0 || rect.height() <= 0) return;
    const float radius = std::min({radius_px, rect.width() / 2, rect.height() / 2});
    list_->AddRectFilled({rect.x0, rect.y0}, {rect.x1, rect.y1}, packed(colour), radius);
}

void Painter::frame(const PxRect& rect, Colour colour, float radius_px, float width_px) {
    if (list_ == nullptr) return;
    const PxRect middle = rect.inset(width_px / 2);
    const float radius = std::min({radius_px, rect.width() / 2, rect.height() / 2});
    // AddRect pulls its corners in by half a pixel, as for one-pixel lines.
    list_->AddRect({middle.x0 - 0.5F, middle.y0 - 0.5F}, {middle.x1 + 0.5F, middle.y1 + 0.5F},
                   packed(colour), std::max(0.0F, radius - width_px / 2), 0, width_px);
}

void Painter::line(Point from, Point to, Colour colour, float width_px) {
    if (list_ == nullptr) return;
    list_->AddLine({from.x - 0.5F, from.y - 0.5F}, {to.x - 0.5F, to.y - 0.5F}, packed(colour),
                   width_px);
}

void Painter::path(std::span<const Point> points, Colour colour, float width_px) {
    if (list_ == nullptr || points.empty()) return;
    std::vector<ImVec2> vertices;
    vertices.reserve(points.size());
    for (const Point& point : points) vertices.emplace_back(point.x, point.y);
    list_->AddPolyline(vertices.data(), static_cast<int>(vertices.size()), packed(colour), 0,
                       width_px);
    // Round ends; a dot is nothing but its ends.
    for (const ImVec2& end : {vertices.front(), vertices.back()}) {
        list_->AddCircleFilled(end, width_px / 2, packed(colour));
    }
}

void Painter::texture(const Texture& texture, float x, float y, Colour tint) {
    const auto width = static_cast<float>(texture.width_px());
    const auto height = static_cast<float>(texture.height_px());
    texture_stretched(texture, {x, y, x + width, y + height}, tint);
}

void Painter::texture_stretched(const Texture& texture, const PxRect& rect, Colour tint) {
    if (list_ == nullptr || !texture) return;
    list_->AddImage(texture_id(texture), {rect.x0, rect.y0}, {rect.x1, rect.y1}, {0, 0}, {1, 1},
                    packed(tint));
}

void Painter::push_clip(const PxRect& rect) {
    if (list_ != nullptr) list_->PushClipRect({rect.x0, rect.y0}, {rect.x1, rect.y1}, true);
}

void Painter::pop_clip() {
    if (list_ != nullptr) list_->PopClipRect();
}

}  // namespace rexue::ui::draw
