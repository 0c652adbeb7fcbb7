#include "kiosk/ui/keyboard/keyboard.h"

#include <algorithm>
#include <array>
#include <span>

#include "kiosk/ui/keyboard/bodies.h"
#include "kiosk/ui/keyboard/keys.h"
#include "kiosk/ui/strings.h"

namespace rexue::ui::keyboard {

namespace {

using Kind = Keystroke::Kind;

constexpr float most_more_mm = 110; // keys and candidates grow no further

Keystroke plain(Kind kind) {
    return {.kind = kind, .text = {}};
}

float field_height(const Metrics& metrics) {
    return std::max(metrics.target_mm, 4.8F * metrics.body_mm); // two lines of a long name
}

float tabs_height(const Metrics& metrics) {
    return metrics.target_mm;
}

std::string_view prompt(Field field) {
    switch (field) {
        case Field::resident_number:
            return tr("Your ID number: 18 digits, the last may be X");
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

// In the middle of the room's height, on as many lines as they need.
void draw_words(Frame& frame, const Rect& room, std::string_view words, const TextLook& look) {
    const float height = std::min(room.h, frame.measure(words, room.w, look).h);
    frame.text({room.x, room.centre_y() - height / 2, room.w, height + 1}, words, look);
}

void draw_typed(Frame& frame, const Rect& box, const Typing& typing) {
    frame.panel(box);
    const Rect room = box.inset(5, 1.5F);
    if (typing.text.empty()) {
        draw_words(frame, room, prompt(typing.field),
                   {.ink = Ink::secondary, .role = Role::status});
        return;
    }
    const bool is_resident = typing.field == Field::resident_number;
    const std::string words = is_resident ? grouped_number(typing.text) : typing.text;
    TextLook look = look_of(frame, words, room);
    look.spoken = is_resident ? tr("What you have typed is on the screen.")
                              : tr("Your name is on the screen.");
    draw_words(frame, room, words, look);
}

// What was typed and, but for the number pad that has its own, the key to erase it.
std::optional<Keystroke> draw_field(Frame& frame, const Rect& row, const Typing& typing) {
    if (typing.field == Field::resident_number) {
        draw_typed(frame, row, typing);
        return std::nullopt;
    }
    const Metrics& metrics = frame.metrics();
    const float erase_width = std::max(2 * metrics.target_mm, frame.measure_button(tr("Erase")).w);
    const float gap = metrics.gap_mm;
    draw_typed(frame, {row.x, row.y, row.w - erase_width - gap, row.h}, typing);
    if (frame.button("erase", {row.right() - erase_width, row.y, erase_width, row.h},
                     tr("Erase"))) {
        return plain(Kind::erase);
    }
    return std::nullopt;
}

struct Tab {
    Layout layout;
    std::string_view id;
    std::string_view label;
    float width = 0;
};

// Equal ones, or as wide as their words where these are large.
void share_width(Frame& frame, std::span<Tab> tabs, const Typing& typing, float room) {
    const auto count = static_cast<float>(tabs.size());
    float needed = 0;
    float widest = 0;
    for (Tab& tab : tabs) {
        const bool is_shown = tab.layout == typing.layout;
        tab.width = frame
                        .measure_button(
                            tab.label, {.kind = ButtonKind::quiet, .icon = is_shown ? "check" : ""})
                        .w;
        needed += tab.width;
        widest = std::max(widest, tab.width);
    }
    const bool equal = widest * count <= room;
    for (Tab& tab : tabs)
        tab.width = equal ? room / count : tab.width + (room - needed) / count;
}

std::optional<Keystroke> draw_tabs(Frame& frame, const Rect& row, const Typing& typing) {
    std::array<Tab, 4> tabs{Tab{Layout::pinyin, "tab-pinyin", tr("Pinyin")},
                            Tab{Layout::handwriting, "tab-write", tr("Write")},
                            Tab{Layout::strokes, "tab-strokes", tr("Strokes")},
                            Tab{Layout::latin, "tab-latin", "ABC"}};
    const float gap = key_gap_mm(frame.metrics());
    share_width(frame, tabs, typing, row.w - 3 * gap);
    std::optional<Keystroke> done;
    float x = row.x;
    for (const Tab& tab : tabs) {
        const bool is_shown = typing.layout == tab.layout;
        if (frame.button(tab.id, {x, row.y, tab.width, row.h}, tab.label,
                         {.kind = ButtonKind::quiet, .selected = is_shown, .role = Role::choice}) &&
            !is_shown) {
            done = Keystroke{.kind = Kind::switch_layout, .text = {}, .layout = tab.layout};
        }
        x += tab.width + gap;
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
    frame.text_row({row.x + side + 8, row.y, row.w - side - 10, row.h},
                   fits ? tr("The check digit fits") : tr("Please compare it with the document"),
                   {.ink = ink, .role = Role::status});
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

// How a field ends: side by side, or one below the other where the words are large.
struct Ends {
    std::string_view staff;
    std::string_view done;
    float staff_width = 0;
    float done_width = 0;
    bool stacked = false;

    float height(const Metrics& metrics) const {
        return metrics.main_button_mm * (stacked ? 2.0F : 1.0F) + (stacked ? metrics.gap_mm : 0);
    }
};

constexpr std::string_view staff_icon = "people";

Ends ends_of(Frame& frame, Field field, float width) {
    const bool is_name = field == Field::name;
    Ends ends{
        .staff = is_name ? tr("Staff will complete my name") : tr("Staff will enter my number"),
        .done = is_name ? tr("Name is right") : tr("Number is right")};
    ends.staff_width = frame.measure_button(ends.staff, {.icon = staff_icon}).w;
    ends.done_width = frame.measure_button(ends.done, {.kind = ButtonKind::primary}).w;
    const float over = width - frame.metrics().gap_mm - ends.staff_width - ends.done_width;
    ends.stacked = over < 0;
    ends.staff_width = ends.stacked ? width : ends.staff_width + over / 2;
    ends.done_width = ends.stacked ? width : ends.done_width + over / 2;
    return ends;
}

std::optional<Keystroke> draw_ends(Frame& frame, const Rect& place, const Ends& ends,
                                   const Typing& typing, Verdict verdict) {
    const float height = frame.metrics().main_button_mm;
    std::optional<Keystroke> done;
    const Frame::Apart apart(frame);
    if (frame.button("leave-to-staff", {place.x, place.y, ends.staff_width, height}, ends.staff,
                     {.icon = staff_icon})) {
        done = plain(Kind::leave_to_staff);
    }
    const bool is_done = can_finish(typing) && verdict != Verdict::misfits;
    if (frame.button(
            "typed",
            {place.right() - ends.done_width, place.bottom() - height, ends.done_width, height},
            ends.done, {.kind = ButtonKind::primary, .enabled = is_done})) {
        done = plain(Kind::finish);
    }
    return done;
}

float height_around(Frame& frame, Field field, float width) {
    const Metrics& metrics = frame.metrics();
    return field_height(metrics) + tabs_height(metrics) +
           ends_of(frame, field, width).height(metrics) + 3 * metrics.gap_mm;
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
    const Ends ends = ends_of(frame, typing.field, rect.w);
    const float ends_height = ends.height(metrics);
    const Rect below{rect.x, rect.bottom() - ends_height, rect.w, ends_height};
    take(draw_body(frame, {rect.x, top, rect.w, below.y - gap - top}, typing));
    take(draw_ends(frame, below, ends, typing, verdict));
    return done;
}

float least_height_mm(Frame& frame, Field field, float width_mm) {
    return height_around(frame, field, width_mm) + body_height_mm(frame.metrics(), field);
}

float most_height_mm(Frame& frame, Field field, float width_mm) {
    const bool is_pad = field == Field::resident_number;
    const float body = is_pad ? pad_height_mm(frame.metrics())
                              : body_height_mm(frame.metrics(), field) + most_more_mm;
    return height_around(frame, field, width_mm) + body;
}

float pad_height_mm(const Metrics& metrics) {
    return 4 * metrics.main_button_mm + 3 * key_gap_mm(metrics);
}

float body_height_mm(const Metrics& metrics, Field field) {
    const float key = metrics.target_mm;
    const float gap = key_gap_mm(metrics);
    if (field == Field::resident_number) return 2 * key + gap;
    if (field == Field::document_number) return 4 * key + 3 * gap;
    // Pinyin: a line of letters, a row of candidates, three of keys.
    return 2.2F * metrics.body_mm + large_key_mm(metrics) + 3 * key + 2 * gap + metrics.gap_mm;
}

} // namespace rexue::ui::keyboard
