// Frame: panels, fills, lines and bars.
#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/parts.h"

namespace rexue::ui {

namespace {

constexpr float border_mm = 0.3F;
constexpr float least_bar_contrast = 3.0F; // WCAG 2.1, 1.4.11: of what is drawn without words

// A coloured ground gets an edge of its own ink, thinned to a third, so that it does not look cut.
Colour border_of(const Theme& theme, Ground ground) {
    const auto mixed = [](Colour ink, Colour paper) {
        const auto channel = [](std::uint8_t a, std::uint8_t b) {
            return static_cast<std::uint8_t>((a + 3 * b) / 4);
        };
        return Colour{channel(ink.r, paper.r), channel(ink.g, paper.g), channel(ink.b, paper.b)};
    };
    const Colour own = theme.of(ground);
    if (own == theme.page || own == theme.card) return theme.line;
    switch (ground) {
        case Ground::honour:
            return mixed(theme.honour, own);
        case Ground::done:
            return mixed(theme.done, own);
        case Ground::attention:
            return mixed(theme.attention, own);
        case Ground::action_tint:
            return mixed(theme.action, own);
        case Ground::action:
        case Ground::invitation:
        case Ground::action_pressed:
        case Ground::dark:
        case Ground::page:
        case Ground::card:
            return own;
    }
    return theme.line;
}

} // namespace

Frame::Apart::Apart(Frame& frame) : ui_(frame.ui_) {
    ui_.parts().painter.begin_apart();
}

Frame::Apart::~Apart() {
    ui_.parts().painter.end_apart();
}

void Frame::panel(const Rect& rect, const PanelLook& look) {
    Ui::Parts& parts = ui_.parts();
    const Colour ground = theme().of(look.ground);
    const float radius = parts.px(look.radius_mm < 0 ? metrics().radius_mm : look.radius_mm);
    const draw::PxRect place = parts.px(rect);
    const Colour edge = border_of(theme(), look.ground);
    if (look.border && edge != ground) {
        parts.painter.bordered(place, ground, edge, radius, std::max(1.0F, parts.px(border_mm)));
    } else {
        parts.painter.fill(place, ground, radius);
    }
    parts.remember_ground(rect, ground);
}

void Frame::fill(const Rect& rect, Colour colour, float radius_mm) {
    Ui::Parts& parts = ui_.parts();
    parts.painter.fill(parts.px(rect), colour, parts.px(radius_mm));
    parts.remember_ground(rect, colour);
}

void Frame::line(float from_x, float y0, float to_x, float y1, Colour colour, float width_mm) {
    Ui::Parts& parts = ui_.parts();
    const float x0 = parts.x_on_canvas(from_x);
    const float x1 = parts.x_on_canvas(to_x);
    const float width = std::max(1.0F, parts.px(width_mm));
    if (x0 == x1 || y0 == y1) {
        // Upright and level lines lie on whole pixels, or they would be grey and blurred.
        const float thick = std::max(1.0F, std::round(width));
        const float left = std::round(parts.px(std::min(x0, x1)) - (x0 == x1 ? thick / 2 : 0));
        const float top = std::round(parts.px(std::min(y0, y1)) - (y0 == y1 ? thick / 2 : 0));
        const float right = x0 == x1 ? left + thick : std::round(parts.px(std::max(x0, x1)));
        const float bottom = y0 == y1 ? top + thick : std::round(parts.px(std::max(y0, y1)));
        parts.painter.fill({left, top, right, bottom}, colour);
        return;
    }
    parts.painter.line({parts.px(x0), parts.px(y0)}, {parts.px(x1), parts.px(y1)}, colour, width);
}

void Frame::stroke(std::span<const Point> points, Colour colour, float width_mm) {
    Ui::Parts& parts = ui_.parts();
    std::vector<Point> pixels;
    pixels.reserve(points.size());
    for (const Point& point : points)
        pixels.push_back({parts.px(parts.x_on_canvas(point.x)), parts.px(point.y)});
    parts.painter.path(pixels, colour, std::max(1.0F, parts.px(width_mm)));
}

void Frame::bar(const Rect& rect, float share, Ink ink, std::string_view label,
                std::string_view value) {
    Ui::Parts& parts = ui_.parts();
    const draw::PxRect place = parts.px(rect);
    const float radius = place.height() / 2;
    // Where lines and inks are alike, as in the high-contrast themes, the empty part is hollow.
    if (contrast(theme().line, theme().of(ink)) < least_bar_contrast) {
        parts.painter.frame(place, theme().line, radius, std::max(1.0F, parts.px(border_mm)));
    } else {
        parts.painter.fill(place, theme().line, radius);
    }
    if (share > 0) {
        // Never less than a round dot.
        const float filled = std::max(std::min(share, 1.0F) * rect.w, rect.h);
        parts.painter.fill(parts.px(Rect{rect.x, rect.y, filled, rect.h}), theme().of(ink), radius);
    }
    parts.enter({.role = Role::progress,
                 .label = std::string(label),
                 .value = std::string(value),
                 .rect = rect});
}

} // namespace rexue::ui
