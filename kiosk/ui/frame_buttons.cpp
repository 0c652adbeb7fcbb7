// Frame: what can be pressed.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/parts.h"

namespace rexue::ui {

namespace {

constexpr float primary_edge_mm = 1.2F; // the darker edge a primary button stands on
constexpr float sink_mm = 0.4F;         // how far a held button goes down
constexpr float strong_border_mm = 0.5F;
constexpr float thin_border_mm = 0.3F;
constexpr float selected_border_mm = 0.8F;
constexpr float detail_share = 0.8F;      // of the label's capitals, never below the small size
constexpr float icon_per_capital = 1.75F; // an icon's side
constexpr float icon_gap_per_capital = 0.4F;
constexpr float padding_per_capital = 0.9F;
constexpr std::string_view selected_icon = "check";

struct Paint {
    Colour ground;
    Colour border;
    Colour ink;
    Colour detail_ink;
    float border_mm = thin_border_mm;
    Weight weight = Weight::bold;
};

Paint paint_of(const Theme& theme, const ButtonLook& look, bool held) {
    if (!look.enabled) {
        return {.ground = theme.page,
                .border = theme.line,
                .ink = theme.second_ink,
                .detail_ink = theme.second_ink,
                .weight = Weight::regular};
    }
    if (look.kind == ButtonKind::primary) {
        const Colour ground = held ? theme.action_pressed : theme.action;
        return {.ground = ground,
                .border = ground,
                .ink = theme.on_action,
                .detail_ink = theme.on_action};
    }
    if (look.selected || held) {
        return {.ground = theme.action_tint,
                .border = theme.action,
                .ink = theme.action,
                .detail_ink = theme.ink,
                .border_mm = look.selected ? selected_border_mm : strong_border_mm,
                .weight = look.kind == ButtonKind::quiet ? Weight::regular : Weight::bold};
    }
    const bool is_quiet = look.kind == ButtonKind::quiet;
    return {.ground = theme.card,
            .border = theme.line,
            .ink = theme.ink,
            .detail_ink = theme.second_ink,
            .border_mm = is_quiet ? thin_border_mm : strong_border_mm,
            .weight = is_quiet ? Weight::regular : Weight::bold};
}

// The button's body; returns where the words lie: at one height in buttons of every kind side by
// side, though a primary one stands on an edge.
Rect draw_body(Ui::Parts& parts, const Rect& rect, const ButtonLook& look, const Paint& paint,
               bool held) {
    const float radius = parts.px(std::min(parts.metrics().radius_mm, rect.h / 3));
    const bool stands = look.kind == ButtonKind::primary && look.enabled;
    const Rect words{rect.x, rect.y + (held ? sink_mm : 0), rect.w, rect.h};
    Rect face = words;
    if (stands) face.h -= held ? sink_mm : primary_edge_mm;
    const draw::PxRect place = parts.px(face);
    if (stands) {
        parts.painter.fill(parts.px(rect), parts.theme().action_pressed, radius);
        parts.painter.fill(place, paint.ground, radius);
        return words;
    }
    const float border = std::max(1.0F, std::round(parts.px(paint.border_mm) * 2) / 2);
    const float under = std::max(1.0F, std::round(border / 2));
    parts.painter.fill(place.inset(under), paint.ground, radius - under);
    parts.painter.frame(place, paint.border, radius, border);
    return words;
}

// The words of a button and where they go: icon and label are one group, the detail is below.
struct Words {
    TextLook label;
    TextLook detail;
    Size label_size;
    Size detail_size;
    float icon_mm = 0;
    float icon_room_mm = 0;
    int label_lines = 1;
};

Words measure_words(Ui::Parts& parts, Frame& frame, const Rect& face, std::string_view label,
                    const ButtonLook& look, Weight weight, bool has_icon) {
    const float capital = parts.metrics().capital_mm(look.size);
    Words words;
    words.label = {.size = look.size, .weight = weight, .align = Align::left};
    words.detail = {.align = Align::left,
                    .capital_mm = std::max(parts.metrics().small_mm, capital * detail_share)};
    if (has_icon) {
        words.icon_mm = capital * icon_per_capital;
        words.icon_room_mm = words.icon_mm + (label.empty() ? 0 : capital * icon_gap_per_capital);
    }
    const float width = face.w - 2 * capital * padding_per_capital - words.icon_room_mm;
    float height = face.h - capital * 0.5F;
    if (!look.detail.empty()) {
        words.detail.max_lines = 2;
        words.detail_size = frame.measure(look.detail, width, words.detail);
        height -= words.detail_size.h;
    }
    words.label_lines = parts.lines_in(height, words.label);
    words.label.max_lines = words.label_lines;
    words.label_size = frame.measure(label, width, words.label);
    return words;
}

} // namespace

bool Frame::button(std::string_view id, const Rect& rect, std::string_view label,
                   const ButtonLook& look) {
    Ui::Parts& parts = ui_.parts();
    const bool pressed = parts.offer(id, rect, look.enabled);
    const bool held = look.enabled && parts.presses.is_held(id);
    const Paint paint = paint_of(theme(), look, held);
    const Rect face = draw_body(parts, rect, look, paint, held);
    parts.remember_ground(rect, paint.ground);

    const std::string_view icon_name =
        look.selected && look.kind != ButtonKind::primary && look.icon.empty() ? selected_icon
                                                                               : look.icon;
    const Words words =
        measure_words(parts, *this, face, label, look, paint.weight, !icon_name.empty());
    const float capital = metrics().capital_mm(look.size);
    const float text_width = std::max(words.label_size.w, words.detail_size.w);
    const float group = words.icon_room_mm + text_width;
    const float padding = capital * padding_per_capital;
    const float room = face.w - group;
    float x = look.align == Align::centre  ? face.x + room / 2
              : look.align == Align::right ? face.right() - padding - group
                                           : face.x + padding;
    if (!icon_name.empty()) {
        parts.draw_icon({x, face.centre_y() - words.icon_mm / 2, words.icon_mm, words.icon_mm},
                        icon_name, paint.ink);
        x += words.icon_room_mm;
    }
    const float height = words.label_size.h + words.detail_size.h;
    const float top = face.centre_y() - height / 2;
    TextLook label_look = words.label;
    TextLook detail_look = words.detail;
    if (look.align == Align::centre) label_look.align = detail_look.align = Align::centre;
    const auto written = parts.write({x, top, text_width, words.label_size.h}, label, label_look,
                                     Vertical::top, words.label_lines, paint.ink);
    parts.enter({.role = look.role,
                 .label = std::string(written.shown),
                 .value = std::string(look.value),
                 .enabled = look.enabled,
                 .selected = look.selected,
                 .rect = rect,
                 .capital_mm = label.empty() ? 0 : capital,
                 .ink = paint.ink,
                 .ground = paint.ground,
                 .clipped = written.clipped});
    if (!look.detail.empty()) {
        const auto detail =
            parts.write({x, top + words.label_size.h, text_width, words.detail_size.h}, look.detail,
                        detail_look, Vertical::top, 2, paint.detail_ink);
        parts.enter({.role = Role::text,
                     .label = std::string(detail.shown),
                     .value = {},
                     .rect = detail.ink,
                     .capital_mm = parts.capital_mm(detail_look),
                     .ink = paint.detail_ink,
                     .ground = paint.ground,
                     .clipped = detail.clipped});
    }
    if (parts.presses.focus() == id) parts.draw_focus_ring(rect);
    return pressed;
}

bool Frame::target(std::string_view id, const Rect& rect, std::string_view label, Role role,
                   bool selected) {
    Ui::Parts& parts = ui_.parts();
    const bool pressed = parts.offer(id, rect, true);
    parts.enter({.role = role,
                 .label = std::string(label),
                 .value = {},
                 .selected = selected,
                 .rect = rect});
    if (parts.presses.focus() == id) parts.draw_focus_ring(rect);
    return pressed;
}

bool Frame::is_pressed(std::string_view id) const {
    return ui_.parts().presses.is_held(id);
}

PadTrail Frame::pad(std::string_view id, const Rect& rect, std::string_view label) {
    Ui::Parts& parts = ui_.parts();
    parts.presses.offer({.id = std::string(id), .rect = rect, .enabled = true, .focusable = false});
    parts.enter({.role = Role::field, .label = std::string(label), .value = {}, .rect = rect});
    const auto& trail = parts.presses.trail();
    PadTrail drawn;
    if (parts.presses.came_down() && rect.contains(trail.front().x, trail.front().y)) {
        parts.pad = id;
        drawn.starts = true;
    }
    if (parts.pad != id) return drawn;
    for (const Point& at : trail) {
        drawn.points.push_back(
            {std::clamp(at.x, rect.x, rect.right()), std::clamp(at.y, rect.y, rect.bottom())});
    }
    return drawn;
}

float Frame::begin_scroll(std::string_view id, const Rect& rect, float content_height_mm) {
    Ui::Parts& parts = ui_.parts();
    parts.painter.push_clip(parts.px(rect));
    return parts.scrolls.begin(id, rect, content_height_mm, parts.presses);
}

void Frame::end_scroll() {
    Ui::Parts& parts = ui_.parts();
    parts.scrolls.end();
    parts.painter.pop_clip();
}

} // namespace rexue::ui
