#include "kiosk/screens/staff/review_row.h"

#include <algorithm>

namespace rexue::screens::staff {

namespace {

constexpr float padding_mm = 5;
constexpr float above_mm = 3;
constexpr float least_row_mm = 18;
constexpr float most_value_share = 0.45F;
constexpr float mark_of_a_list_mm = 8;

constexpr ui::TextLook words_look{};
constexpr ui::TextLook note_look{.ink = ui::Ink::attention};
constexpr ui::TextLook lead_look{.weight = ui::Weight::bold};
constexpr ui::TextLook value_look{.weight = ui::Weight::bold, .align = ui::Align::right};
constexpr ui::TextLook open_look{.ink = ui::Ink::secondary, .align = ui::Align::right};

float icon_side(const ui::Frame& frame) {
    return frame.metrics().body_mm * 1.7F;
}

struct RowLayout {
    float lead_w = 0;
    float text_x = 0;
    float text_w = 0;
    float value_w = 0;
    float words_h = 0;
    float note_h = 0;
    float value_h = 0;

    float height() const {
        return std::max({least_row_mm, words_h + note_h + 2 * above_mm, value_h + 2 * above_mm});
    }
};

RowLayout lay_out(ui::Frame& frame, const ReviewRow& row, float width_mm) {
    RowLayout layout;
    const float most = width_mm * most_value_share;
    const ui::TextLook& look = row.is_open ? open_look : value_look;
    const ui::Size value = frame.measure(row.value, most, look);
    layout.value_w = std::min(most, value.w + 1);
    layout.value_h = frame.measure(row.value, layout.value_w, look).h;
    const float icon = icon_side(frame);
    layout.text_x = padding_mm + (row.needs_look ? icon + padding_mm : 0);
    if (!row.lead.empty()) {
        layout.lead_w = frame.measure(row.lead, 0, lead_look).w + 1;
        layout.text_x += layout.lead_w + 2 * padding_mm;
    }
    const float right = padding_mm + (row.can_press ? icon + padding_mm : 0);
    layout.text_w = width_mm - layout.text_x - layout.value_w - padding_mm - right;
    layout.words_h = frame.measure(row.words, layout.text_w, words_look).h;
    if (!row.note.empty()) layout.note_h = frame.measure(row.note, layout.text_w, note_look).h;
    return layout;
}

} // namespace

float review_row_height(ui::Frame& frame, std::span<const ReviewRow> rows, float width_mm) {
    float height = least_row_mm;
    for (const ReviewRow& row : rows)
        height = std::max(height, lay_out(frame, row, width_mm - mark_of_a_list_mm).height());
    return height;
}

bool draw_review_row(ui::Frame& frame, const ReviewRow& row, const ui::Rect& place) {
    const RowLayout layout = lay_out(frame, row, place.w);
    const bool held = row.can_press && frame.is_pressed(row.id);
    frame.panel(place, {.ground = held             ? ui::Ground::action_tint
                                  : row.needs_look ? ui::Ground::attention
                                                   : ui::Ground::card});
    const float icon = icon_side(frame);
    const float icon_y = place.centre_y() - icon / 2;
    if (row.needs_look) {
        frame.icon({place.x + padding_mm, icon_y, icon, icon}, "warning", ui::Ink::attention);
    }
    float right = place.right() - padding_mm;
    if (row.can_press) {
        frame.icon({right - icon, icon_y, icon, icon}, row.icon, ui::Ink::secondary);
        right -= icon + padding_mm;
    }
    if (!row.lead.empty()) {
        const float x = place.x + layout.text_x - layout.lead_w - 2 * padding_mm;
        frame.text_row({x, place.y, layout.lead_w, place.h}, row.lead, lead_look);
    }
    float y = place.centre_y() - (layout.words_h + layout.note_h) / 2;
    frame.text({place.x + layout.text_x, y, layout.text_w, layout.words_h + 0.1F}, row.words,
               words_look);
    y += layout.words_h;
    if (!row.note.empty()) {
        frame.text({place.x + layout.text_x, y, layout.text_w, layout.note_h + 0.1F}, row.note,
                   note_look);
    }
    frame.text({right - layout.value_w, place.centre_y() - layout.value_h / 2, layout.value_w,
                layout.value_h + 0.1F},
               row.value, row.is_open ? open_look : value_look);
    return row.can_press && frame.target(row.id, place, row.lead.empty() ? row.words : row.lead,
                                         {.role = ui::Role::button, .value = row.value});
}

} // namespace rexue::screens::staff
