#include "kiosk/ui/keyboard/keyboard.h"

#include <algorithm>
#include <array>

#include "kiosk/ui/keyboard/bodies.h"
#include "kiosk/ui/keyboard/keys.h"
#include "kiosk/ui/strings.h"

namespace rexue::ui::keyboard {

namespace {

using Kind = Keystroke::Kind;

Keystroke plain(Kind kind) {
    return {.kind = kind, .text = {}};
}

float field_height(const Metrics& metrics) {
    return std::max(metrics.target_mm, 3.8F * metrics.body_mm);
}

float tabs_height(const Metrics& metrics) {
    return metrics.target_mm;
}

std::string_view prompt(Field field) {
    switch (field) {
        case Field::resident_number:
            return tr("18 digits, the last may be X");
        case Field::document_number:
            return tr("The number as it is printed");
        case Field::name:
            break;
    }
    return tr("The name as it stands on the document");
}

// The largest size at which the words fit into the room.
TextLook look_of(Frame& frame, std::string_view words, const Rect& room) {
    TextLook look{.size = TextSize::large, .weight = Weight::bold, .role = Role::status};
    for (const TextSize size : {TextSize::large, TextSize::body, TextSize::small}) {
        look.size = size;
        if (frame.measure(words, room.w, look).h <= room.h) break;
    }
    return look;
}

void draw_typed(Frame& frame, const Rect& box, const Typing& typing) {
    frame.panel(box);
    const Rect room = box.inset(5, 1.5F);
    if (typing.text.empty()) {
        frame.text_row(room, prompt(typing.field),
                       {.size = TextSize::small, .ink = Ink::secondary, .role = Role::status});
        return;
    }
    const bool is_resident = typing.field == Field::resident_number;
    const std::string words = is_resident ? grouped_number(typing.text) : typing.text;
    const TextLook look = look_of(frame, words, room);
    const float height = std::min(room.h, frame.measure(words, room.w, look).h);
    frame.text({room.x, room.centre_y() - height / 2, room.w, height + 1}, words, look);
}

// What was typed and, but for the number pad that has its own, the key to erase it.
std::optional<Keystroke> draw_field(Frame& frame, const Rect& row, const Typing& typing) {
    if (typing.field == Field::resident_number) {
        draw_typed(frame, row, typing);
        return std::nullopt;
    }
    const Metrics& metrics = frame.metrics();
    const float erase_width = std::max(2 * metrics.target_mm, 7.5F * metrics.small_mm);
    const float gap = metrics.gap_mm;
    draw_typed(frame, {row.x, row.y, row.w - erase_width - gap, row.h}, typing);
    if (frame.button("erase", {row.right() - erase_width, row.y, erase_width, row.h}, tr("Erase"),
                     {.size = TextSize::small})) {
        return plain(Kind::erase);
    }
    return std::nullopt;
}

std::optional<Keystroke> draw_tabs(Frame& frame, const Rect& row, const Typing& typing) {
    struct Tab {
        Layout layout;
        std::string_view id;
        std::string_view label;
    };
    const std::array<Tab, 4> tabs{Tab{Layout::pinyin, "tab-pinyin", tr("Pinyin")},
                                  Tab{Layout::handwriting, "tab-write", tr("Write")},
                                  Tab{Layout::strokes, "tab-strokes", tr("Strokes")},
                                  Tab{Layout::latin, "tab-latin", "ABC"}};
    const float gap = key_gap_mm(frame.metrics());
    const float width = (row.w - 3 * gap) / 4;
    std::optional<Keystroke> done;
    float x = row.x;
    for (const Tab& tab : tabs) {
        const bool is_shown = typing.layout == tab.layout;
        if (frame.button(tab.id, {x, row.y, width, row.h}, tab.label,
                         {.kind = ButtonKind::quiet,
                          .selected = is_shown,
                          .size = TextSize::small,
                          .role = Role::choice}) &&
            !is_shown) {
            done = Keystroke{.kind = Kind::switch_layout, .text = {}, .layout = tab.layout};
        }
        x += width + gap;
    }
    return done;
}

void draw_verdict(Frame& frame, const Rect& row, Verdict verdict) {
    if (verdict == Verdict::unfinished) return;
    const bool fits = verdict == Verdict::fits;
    const Ink ink = fits ? Ink::done : Ink::attention;
    const float side = row.h * 0.62F;
    frame.panel(row, {.ground = fits ? Ground::done : Ground::attention, .border = false});
    frame.icon({row.x + 4, row.centre_y() - side / 2, side, side}, fits ? "check" : "warning", ink);
    frame.text_row(
        {row.x + side + 8, row.y, row.w - side - 10, row.h},
        fits ? tr("The check digit fits") : tr("Please compare this number with the document"),
        {.size = TextSize::small, .ink = ink, .role = Role::status});
}

std::optional<Keystroke> draw_body(Frame& frame, const Rect& rect, const Typing& typing) {
    if (typing.field == Field::resident_number) return draw_number_pad(frame, rect, typing);
    if (typing.field == Field::document_number) return draw_latin(frame, rect, typing);
    switch (typing.layout) {
        case Layout::pinyin:
            return draw_pinyin(frame, rect, typing);
        case Layout::handwriting:
            return draw_handwriting(frame, rect, typing);
        case Layout::strokes:
            return draw_strokes(frame, rect, typing);
        case Layout::latin:
            break;
    }
    return draw_latin(frame, rect, typing);
}

std::optional<Keystroke> draw_ends(Frame& frame, const Rect& row, const Typing& typing,
                                   Verdict verdict) {
    const float gap = frame.metrics().gap_mm;
    const float staff_width = (row.w - gap) * 0.58F;
    const bool is_name = typing.field == Field::name;
    std::optional<Keystroke> done;
    if (frame.button("leave-to-staff", {row.x, row.y, staff_width, row.h},
                     is_name ? tr("Staff will complete my name") : tr("Staff will enter my number"),
                     {.icon = "people", .size = TextSize::small})) {
        done = plain(Kind::leave_to_staff);
    }
    const bool is_done = can_finish(typing) && verdict != Verdict::misfits;
    if (frame.button("typed", {row.x + staff_width + gap, row.y, row.w - staff_width - gap, row.h},
                     is_name ? tr("Name is right") : tr("Number is right"),
                     {.kind = ButtonKind::primary, .enabled = is_done, .size = TextSize::small})) {
        done = plain(Kind::finish);
    }
    return done;
}

} // namespace

std::optional<Keystroke> draw(Frame& frame, const Rect& rect, const Typing& typing,
                              Verdict verdict) {
    const Metrics& metrics = frame.metrics();
    const float gap = metrics.gap_mm;
    std::optional<Keystroke> done;
    const auto take = [&done](std::optional<Keystroke> one) {
        if (one) done = std::move(one);
    };
    const Rect field{rect.x, rect.y, rect.w, field_height(metrics)};
    take(draw_field(frame, field, typing));
    float top = field.bottom() + gap;
    const Rect second{rect.x, top, rect.w, tabs_height(metrics)};
    if (typing.field == Field::name) {
        take(draw_tabs(frame, second, typing));
    } else {
        draw_verdict(frame, second, verdict);
    }
    top = second.bottom() + gap;
    const Rect ends{rect.x, rect.bottom() - metrics.main_button_mm, rect.w, metrics.main_button_mm};
    take(draw_body(frame, {rect.x, top, rect.w, ends.y - gap - top}, typing));
    take(draw_ends(frame, ends, typing, verdict));
    return done;
}

float least_height_mm(const Metrics& metrics, Field field) {
    return field_height(metrics) + tabs_height(metrics) + body_height_mm(metrics, field) +
           metrics.main_button_mm + 3 * metrics.gap_mm;
}

float body_height_mm(const Metrics& metrics, Field field) {
    const float key = metrics.target_mm;
    const float gap = key_gap_mm(metrics);
    if (field != Field::name) return 4 * key + 3 * gap;
    // Pinyin: a line of letters, two rows of candidates, three of keys.
    return 2.2F * metrics.body_mm + 5 * key + 3 * gap + metrics.gap_mm;
}

} // namespace rexue::ui::keyboard
