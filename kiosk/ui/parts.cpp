#include "kiosk/ui/parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>

#include "kiosk/ui/strings.h"

namespace rexue::ui {

namespace {

constexpr float focus_ring_mm = 1.4F;

text::Textures text_textures(Rendering rendering) {
    return rendering == Rendering::opengl ? text::Textures::made : text::Textures::none;
}

draw::PictureCache::Textures picture_textures(Rendering rendering) {
    using Textures = draw::PictureCache::Textures;
    return rendering == Rendering::opengl ? Textures::made : Textures::none;
}

// Left is where reading begins: the right side for languages that are written that way.
Align side_of(Align align) {
    if (align == Align::centre || !is_right_to_left(current_language())) return align;
    return align == Align::left ? Align::right : Align::left;
}

// Which way is back depends on where reading begins.
bool points_sideways(std::string_view icon) {
    return icon == "back" || icon == "leave" || icon == "next" || icon == "arrow_right" ||
           icon == "chevron_right";
}

Rect common_part(const Rect& a, const Rect& b) {
    const float x = std::max(a.x, b.x);
    const float y = std::max(a.y, b.y);
    return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
            std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

} // namespace

Ui::Parts::Parts(const UiOptions& chosen)
    : options(chosen),
      scale(chosen.canvas.px_per_mm()),
      texts(chosen.text_cache_bytes, text_textures(chosen.rendering)),
      pictures(chosen.assets, picture_textures(chosen.rendering)) {}

draw::PxOffset Ui::Parts::wander_at(std::chrono::milliseconds time) const {
    if (options.wander_px <= 0) return {};
    // Round its own place, and once through it.
    static constexpr std::array<draw::PxOffset, 9> path{
        {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}}};
    const auto minute = std::chrono::floor<std::chrono::minutes>(time).count();
    const draw::PxOffset& step = path[static_cast<size_t>(minute) % path.size()];
    return {step.x * options.wander_px, step.y * options.wander_px};
}

Rect Ui::Parts::on_canvas(const Rect& rect) const {
    if (!is_mirrored) return rect;
    return {options.canvas.width_mm - rect.right(), rect.y, rect.w, rect.h};
}

Point Ui::Parts::under_finger(float x_px, float y_px) const {
    return {x_on_canvas((x_px - static_cast<float>(wander.x)) / scale),
            (y_px - static_cast<float>(wander.y)) / scale};
}

draw::PxRect Ui::Parts::px(const Rect& layout) const {
    const Rect rect = on_canvas(layout);
    return {std::round(px(rect.x)), std::round(px(rect.y)), std::round(px(rect.right())),
            std::round(px(rect.bottom()))};
}

float Ui::Parts::capital_mm(const TextLook& look) const {
    return look.capital_mm > 0 ? look.capital_mm : metrics().capital_mm(look.size);
}

text::TextSpec Ui::Parts::spec_of(std::string_view utf8, const TextLook& look,
                                  float width_mm) const {
    return {.utf8 = utf8,
            .capital_px = px(capital_mm(look)),
            .weight = look.weight,
            .width_px = width_mm > 0 ? std::max(1, static_cast<int>(px(width_mm) + 0.01F)) : 0,
            .max_lines = 0,
            .align = side_of(look.align)};
}

int Ui::Parts::lines_in(float height_mm, const TextLook& look) const {
    const float pitch = text::line_pitch_px(px(capital_mm(look)));
    // `measure` rounds heights up to whole pixels.
    return std::max(1, static_cast<int>((px(height_mm) + 1.0F) / pitch));
}

Ui::Parts::Written Ui::Parts::write(const Rect& box, std::string_view utf8, const TextLook& look,
                                    Vertical vertical, int max_lines, Colour colour) {
    if (utf8.empty()) return {.ink = {box.x, box.y, 0, 0}, .shown = utf8};
    text::TextSpec spec = spec_of(utf8, look, box.w);
    // Mostly everything fits: then the lines are the ones `measure` has set.
    if (texts.measured(spec).extent.lines > max_lines) spec.max_lines = max_lines;
    const text::CachedText& text = texts.drawn(spec);
    const text::Extent& extent = text.extent;

    const auto left = static_cast<int>(std::lround(px(on_canvas(box).x)));
    int top = static_cast<int>(std::lround(px(box.y)));
    if (vertical == Vertical::middle) {
        top = static_cast<int>(
            std::lround(px(box.centre_y()) - static_cast<float>(extent.height_px) / 2));
    }
    constexpr int padding = text::CachedText::padding_px;
    painter.texture(text.texture, static_cast<float>(left + extent.ink.x - padding),
                    static_cast<float>(top + extent.ink.y - padding), colour);
    return {.ink = on_canvas({mm(left + extent.ink.x), mm(top + extent.ink.y), mm(extent.ink.w),
                              mm(extent.ink.h)}),
            .shown = text.shown.empty() ? utf8 : std::string_view(text.shown),
            .clipped = extent.clipped};
}

Colour Ui::Parts::ground_under(const Rect& ink) const {
    for (const PaintedGround& ground : grounds | std::views::reverse) {
        if (ground.rect.contains(ink.centre_x(), ink.centre_y())) return ground.colour;
    }
    return theme().page;
}

void Ui::Parts::draw_icon(const Rect& rect, std::string_view name, Colour colour) {
    const draw::PxRect place = px(rect);
    const auto side = static_cast<int>(std::lround(std::min(px(rect.w), px(rect.h))));
    const auto* const icon = pictures.find(draw::PictureKind::icon, name, side, side);
    if (icon == nullptr) return;
    const auto middle = [side](float low, float high) {
        return std::round((low + high - static_cast<float>(side)) / 2);
    };
    const float x = middle(place.x0, place.x1);
    const float y = middle(place.y0, place.y1);
    if (is_mirrored && points_sideways(name)) {
        painter.texture_mirrored(*icon, x, y, colour);
    } else {
        painter.texture(*icon, x, y, colour);
    }
}

void Ui::Parts::draw_focus_ring(const Rect& rect) {
    const float width = std::round(px(focus_ring_mm));
    painter.frame(px(rect).inset(-1.6F * width), theme().ink, px(metrics().radius_mm) + width,
                  width);
}

void Ui::Parts::enter(Node node) {
    if (scrolls.region()) {
        const Rect shown = common_part(*scrolls.region(), node.rect);
        if (shown.w <= 0 || shown.h <= 0) return;
        node.rect = shown;
    }
    node.rect = on_canvas(node.rect);
    tree.add(std::move(node));
}

bool Ui::Parts::offer(std::string_view id, const Rect& rect, bool enabled) {
    const Rect reach = scrolls.region() ? common_part(*scrolls.region(), rect) : rect;
    if (reach != rect && presses.focus() == id && scrolls.reveal(rect)) is_frame_due = true;
    return presses.offer({.id = std::string(id), .rect = reach, .enabled = enabled});
}

} // namespace rexue::ui
