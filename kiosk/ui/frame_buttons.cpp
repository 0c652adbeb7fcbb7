// Frame: what can be pressed.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/parts.h"

namespace rexue::ui {

namespace {

constexpr float primary_edge_mm = 1.2F; // the darker edge a main button stands on
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
    if (look.kind == ButtonKind::inviting) {
        return {.ground = theme.on_invitation,
                .border = theme.on_invitation,
                .ink = theme.invitation,
                .detail_ink = theme.invitation};
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
// side, though a main one stands on an edge.
Rect draw_body(Ui::Parts& parts, const Rect& rect, const ButtonLook& look, const Paint& paint,
               bool held) {
    const float radius = parts.px(std::min(parts.metrics().radius_mm, rect.h / 3));
    const bool is_main = look.kind == ButtonKind::primary || look.kind == ButtonKind::inviting;
    const bool stands = is_main && look.enabled;
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
    parts.painter.bordered(place, paint.ground, paint.border, radius, border);
    return words;
}

// The words of a button and where they go: icon and label are one group, the detail is below.
struct Words {
    std::string_view icon;
    TextLook label;
    TextLook detail;
    Size label_size;
    Size detail_size;
    int label_lines = 1;
    float icon_mm = 0;
    float icon_room_mm = 0;

    float width() const { return std::max(label_size.w, detail_size.w); }
    float height() const { return label_size.h + detail_size.h; }
};

Words measure_words(Ui::Parts& parts, Frame& frame, const Rect& face, std::string_view label,
                    const ButtonLook& look, Weight weight) {
    const float capital = parts.metrics().capital_mm(look.size);
    // Wrapped lines of a centred button are centred under each other.
    const Align align = look.align == Align::centre ? Align::centre : Align::left;
    Words words;
    words.icon = look.selected && look.icon.empty() ? selected_icon : look.icon;
    words.label = {.size = look.size, .weight = weight, .align = align};
    words.detail = {.align = align,
                    .capital_mm = std::max(parts.metrics().small_mm, capital * detail_share),
                    .max_lines = 2};
    if (!words.icon.empty()) {
        words.icon_mm = capital * icon_per_capital;
        words.icon_room_mm = words.icon_mm + (label.empty() ? 0 : capital * icon_gap_per_capital);
    }
    const float sides = 2 * capital * padding_per_capital;
    const float width = std::max(1.0F, face.w - sides - words.icon_room_mm);
    if (!look.detail.empty()) words.detail_size = frame.measure(look.detail, width, words.detail);
    const float room = face.h - capital * 0.5F - words.detail_size.h;
    words.label_lines = parts.lines_in(room, words.label);
    words.label.max_lines = words.label_lines;
    words.label_size = frame.measure(label, width, words.label);
    return words;
}

// The left edge of icon and words.
float group_left(const Words& words, const Rect& face, const ButtonLook& look, float padding_mm) {
    const float group = words.icon_room_mm + words.width();
    switch (look.align) {
        case Align::left:
            return face.x + padding_mm;
        case Align::centre:
            return face.x + (face.w - group) / 2;
        case Align::right:
            return face.right() - padding_mm - group;
    }
    return face.x + padding_mm;
}

void enter_detail(Ui::Parts& parts, const Ui::Parts::Written& detail, const TextLook& look,
                  const Paint& paint) {
    parts.enter({.role = Role::text,
                 .label = std::string(detail.shown),
                 .value = {},
                 .rect = detail.ink,
                 .capital_mm = parts.capital_mm(look),
                 .ink = paint.detail_ink,
                 .ground = paint.ground,
                 .clipped = detail.clipped});
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

    const float capital = metrics().capital_mm(look.size);
    const Words words = measure_words(parts, *this, face, label, look, paint.weight);
    const float left = group_left(words, face, look, capital * padding_per_capital);
    const float top = face.centre_y() - words.height() / 2;
    if (!words.icon.empty()) {
        parts.draw_icon({left, face.centre_y() - words.icon_mm / 2, words.icon_mm, words.icon_mm},
                        words.icon, paint.ink);
    }
    const Rect label_box{left + words.icon_room_mm, top, words.width(), words.label_size.h};
    const auto written =
        parts.write(label_box, label, words.label, Vertical::top, words.label_lines, paint.ink);
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
        const Rect detail_box{label_box.x, label_box.bottom(), label_box.w, words.detail_size.h};
        enter_detail(parts,
                     parts.write(detail_box, look.detail, words.detail, Vertical::top,
                                 words.detail.max_lines, paint.detail_ink),
                     words.detail, paint);
    }
    if (parts.presses.focus() == id) parts.draw_focus_ring(rect);
    return pressed;
}

Size Frame::measure_button(std::string_view label, const ButtonLook& look) {
    constexpr float unbounded_mm = 4000;
    Ui::Parts& parts = ui_.parts();
    const float capital = metrics().capital_mm(look.size);
    const Words words = measure_words(parts, *this, {0, 0, unbounded_mm, unbounded_mm}, label, look,
                                      paint_of(theme(), look, false).weight);
    return {words.width() + words.icon_room_mm + 2 * capital * padding_per_capital,
            words.height() + capital * 0.5F};
}

bool Frame::target(std::string_view id, const Rect& rect, std::string_view label, Role role,
                   bool selected) {
    return target(id, rect, label, TargetLook{.role = role, .selected = selected});
}

bool Frame::target(std::string_view id, const Rect& rect, std::string_view label,
                   const TargetLook& look) {
    Ui::Parts& parts = ui_.parts();
    const bool pressed = parts.offer(id, rect, look.enabled);
    parts.enter({.role = look.role,
                 .label = std::string(label),
                 .value = std::string(look.value),
                 .enabled = look.enabled,
                 .selected = look.selected,
                 .rect = rect});
    if (parts.presses.focus() == id) parts.draw_focus_ring(rect);
    return pressed;
}

bool Frame::is_pressed(std::string_view id) const {
    return ui_.parts().presses.is_held(id);
}

} // namespace rexue::ui
