#include "kiosk/ui/draw/painter.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <GL/gl.h>
#include <imgui.h>

#include "kiosk/ui/draw/texture_id.h"
#include "platform/base/error.h"

namespace rexue::ui::draw {

namespace {

ImU32 packed(Colour colour) {
    return IM_COL32(colour.r, colour.g, colour.b, 255);
}

// Below this area a clear of its own costs more than it saves.
constexpr float least_cleared_px2 = 96 * 96;

// ImGui's blended, textured fill costs 6 ns a pixel in llvmpipe; a clear is a fill of memory.
void clear_in_order(const ImDrawList*, const ImDrawCmd* command) {
    const auto& cleared = *static_cast<const ClearedRect*>(command->UserCallbackData);
    const ImVec4& clip = command->ClipRect;
    // The whole picture may be moved; ImGui does the same for what it draws itself.
    const ImVec2& origin = ImGui::GetDrawData()->DisplayPos;
    const float x0 = std::max(cleared.rect.x0, clip.x) - origin.x;
    const float y0 = std::max(cleared.rect.y0, clip.y) - origin.y;
    const float x1 = std::min(cleared.rect.x1, clip.z) - origin.x;
    const float y1 = std::min(cleared.rect.y1, clip.w) - origin.y;
    if (x1 <= x0 || y1 <= y0) return;
    const auto channel = [](std::uint8_t value) { return static_cast<float>(value) / 255.0F; };
    // The scissor test is on while ImGui draws. OpenGL counts rows from below.
    glScissor(static_cast<GLint>(x0), static_cast<GLint>(cleared.canvas_height_px - y1),
              static_cast<GLsizei>(x1 - x0), static_cast<GLsizei>(y1 - y0));
    glClearColor(channel(cleared.colour.r), channel(cleared.colour.g), channel(cleared.colour.b),
                 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

} // namespace

struct Painter::Splitter {
    ImDrawListSplitter channels;
};

Painter::Painter() : splitter_(std::make_unique<Splitter>()) {}

Painter::~Painter() = default;

void Painter::begin_apart() {
    if (list_ == nullptr) return;
    REXUE_ASSERT(!apart_);
    splitter_->channels.Split(list_, 3);
    apart_ = true;
}

void Painter::end_apart() {
    if (!apart_) return;
    splitter_->channels.Merge(list_);
    apart_ = false;
}

void Painter::use(Layer layer) {
    if (apart_) splitter_->channels.SetCurrentChannel(list_, static_cast<int>(layer));
}

void Painter::start(ImDrawList* list, int canvas_height_px) {
    REXUE_ASSERT(!apart_);
    list_ = list;
    canvas_height_px_ = static_cast<float>(canvas_height_px);
    if (list != nullptr) cleared_.clear();
}

void Painter::clear(const PxRect& rect, Colour colour) {
    if (rect.width() <= 0 || rect.height() <= 0) return;
    use(Layer::clears);
    cleared_.push_back({.rect = rect, .colour = colour, .canvas_height_px = canvas_height_px_});
    list_->AddCallback(clear_in_order, &cleared_.back());
}

// The corners are drawn, the cross between them is cleared; all edges lie on whole pixels.
void Painter::fill_by_clearing(const PxRect& rect, Colour colour, float radius) {
    // ImGui rounds a square corner by one pixel less than its side.
    const float corner = radius > 0 ? std::ceil(radius) + 1 : 0;
    const ImU32 packed_colour = packed(colour);
    use(Layer::shapes);
    const auto draw_corner = [&](float x, float y, ImDrawFlags which) {
        list_->AddRectFilled({x, y}, {x + corner, y + corner}, packed_colour, radius, which);
    };
    if (corner > 0) {
        draw_corner(rect.x0, rect.y0, ImDrawFlags_RoundCornersTopLeft);
        draw_corner(rect.x1 - corner, rect.y0, ImDrawFlags_RoundCornersTopRight);
        draw_corner(rect.x0, rect.y1 - corner, ImDrawFlags_RoundCornersBottomLeft);
        draw_corner(rect.x1 - corner, rect.y1 - corner, ImDrawFlags_RoundCornersBottomRight);
    }
    clear({rect.x0, rect.y0 + corner, rect.x1, rect.y1 - corner}, colour);
    clear({rect.x0 + corner, rect.y0, rect.x1 - corner, rect.y0 + corner}, colour);
    clear({rect.x0 + corner, rect.y1 - corner, rect.x1 - corner, rect.y1}, colour);
}

void Painter::fill(const PxRect& rect, Colour colour, float radius_px) {
    if (list_ == nullptr || rect.width() <= 0 || rect.height() <= 0) return;
    const float radius = std::min({radius_px, rect.width() / 2, rect.height() / 2});
    const bool on_pixels = rect.x0 == std::floor(rect.x0) && rect.y0 == std::floor(rect.y0) &&
                           rect.x1 == std::floor(rect.x1) && rect.y1 == std::floor(rect.y1);
    if (on_pixels && rect.width() * rect.height() >= least_cleared_px2) {
        fill_by_clearing(rect, colour, radius);
        return;
    }
    use(Layer::shapes);
    list_->AddRectFilled({rect.x0, rect.y0}, {rect.x1, rect.y1}, packed(colour), radius);
}

void Painter::bordered(const PxRect& rect, Colour ground, Colour border, float radius_px,
                       float width_px) {
    if (list_ == nullptr) return;
    const float under = std::max(1.0F, std::round(width_px / 2));
    const ImDrawListFlags smooth = list_->Flags;
    list_->Flags &= ~ImDrawListFlags_AntiAliasedFill;
    // A little less round than the border, so that nothing shines through between the two.
    fill(rect.inset(under), ground, std::max(0.0F, radius_px - under - 0.5F));
    list_->Flags = smooth;
    frame(rect, border, radius_px, width_px);
}

void Painter::frame(const PxRect& rect, Colour colour, float radius_px, float width_px) {
    if (list_ == nullptr) return;
    const PxRect middle = rect.inset(width_px / 2);
    const float radius = std::min({radius_px, rect.width() / 2, rect.height() / 2});
    use(Layer::shapes);
    // AddRect pulls its corners in by half a pixel, as for one-pixel lines.
    list_->AddRect({middle.x0 - 0.5F, middle.y0 - 0.5F}, {middle.x1 + 0.5F, middle.y1 + 0.5F},
                   packed(colour), std::max(0.0F, radius - width_px / 2), 0, width_px);
}

void Painter::line(Point from, Point to, Colour colour, float width_px) {
    if (list_ == nullptr) return;
    use(Layer::shapes);
    list_->AddLine({from.x - 0.5F, from.y - 0.5F}, {to.x - 0.5F, to.y - 0.5F}, packed(colour),
                   width_px);
}

void Painter::path(std::span<const Point> points, Colour colour, float width_px) {
    if (list_ == nullptr || points.empty()) return;
    std::vector<ImVec2> vertices;
    vertices.reserve(points.size());
    for (const Point& point : points)
        vertices.emplace_back(point.x, point.y);
    use(Layer::shapes);
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

void Painter::texture_mirrored(const Texture& texture, float x, float y, Colour tint) {
    if (list_ == nullptr || !texture) return;
    const auto width = static_cast<float>(texture.width_px());
    const auto height = static_cast<float>(texture.height_px());
    use(Layer::textures);
    list_->AddImage(texture_id(texture), {x, y}, {x + width, y + height}, {1, 0}, {0, 1},
                    packed(tint));
}

void Painter::texture_stretched(const Texture& texture, const PxRect& rect, Colour tint) {
    if (list_ == nullptr || !texture) return;
    use(Layer::textures);
    list_->AddImage(texture_id(texture), {rect.x0, rect.y0}, {rect.x1, rect.y1}, {0, 0}, {1, 1},
                    packed(tint));
}

void Painter::push_clip(const PxRect& rect) {
    REXUE_ASSERT(!apart_);
    if (list_ != nullptr) list_->PushClipRect({rect.x0, rect.y0}, {rect.x1, rect.y1}, true);
}

void Painter::pop_clip() {
    REXUE_ASSERT(!apart_);
    if (list_ != nullptr) list_->PopClipRect();
}

} // namespace rexue::ui::draw
