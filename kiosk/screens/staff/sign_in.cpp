#include <algorithm>
#include <array>
#include <string>

#include "kiosk/screens/fit.h"
#include "kiosk/screens/staff/chrome.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::staff {

using flow::staff::Field;
using ui::tr;

namespace {

std::string dots(size_t count) {
    std::string text;
    for (size_t i = 0; i < count; ++i)
        text += "●";
    return text;
}

float field_height(ui::Frame& frame) {
    const float label = frame.measure("Ag献", 0, {.size = ui::TextSize::small}).h;
    const float content = frame.measure("Ag献", 0, {.size = ui::TextSize::large}).h;
    return label + content + 8;
}

// Where the next digit goes, told by more than a tint: a bar that other fields do not have.
void draw_active_edge(ui::Frame& frame, const ui::Rect& box) {
    constexpr float bar_mm = 2;
    const float inset = frame.metrics().radius_mm;
    frame.fill({box.x + bar_mm, box.y + inset, bar_mm, box.h - 2 * inset}, frame.theme().action);
}

void draw_field(ui::Frame& frame, const View& view, const ui::Rect& box, std::string_view label,
                const std::string& content, Field field, const char* id) {
    const bool active = view.session.field == field;
    frame.panel(box, {.ground = active ? ui::Ground::action_tint : ui::Ground::card});
    if (active) draw_active_edge(frame, box);
    const float label_mm = frame.measure("Ag献", 0, {.size = ui::TextSize::small}).h;
    const ui::Rect inside{box.x + 8, box.y + 4, box.w - 16, box.h - 8};
    frame.text_row(
        {inside.x, inside.y, inside.w, label_mm}, label,
        {.size = ui::TextSize::small, .ink = active ? ui::Ink::action : ui::Ink::secondary});
    frame.text_row({inside.x, inside.y + label_mm, inside.w, inside.h - label_mm},
                   content.empty() ? " " : content,
                   {.size = ui::TextSize::large, .weight = ui::Weight::bold});
    if (frame.target(id, box, label, ui::Role::field, active)) {
        view.emit(flow::staff::FieldTapped{.field = field});
    }
}

void draw_pad(ui::Frame& frame, const View& view, const ui::Rect& box) {
    constexpr std::array<const char*, 12> keys{"1", "2", "3", "4",     "5", "6",
                                               "7", "8", "9", "erase", "0", "enter"};
    const float gap = frame.metrics().gap_mm;
    const float key_width = (box.w - 2 * gap) / 3;
    const float key_height = (box.h - 3 * gap) / 4;
    const bool busy = view.session.state == flow::staff::State::signing_in;
    for (size_t i = 0; i < keys.size(); ++i) {
        const auto column = static_cast<float>(i % 3);
        const size_t keys_above = i / 3;
        const auto row = static_cast<float>(keys_above);
        const ui::Rect rect{box.x + column * (key_width + gap), box.y + row * (key_height + gap),
                            key_width, key_height};
        const std::string_view key = keys[i];
        if (key == "erase") {
            if (frame.button("erase", rect, tr("Erase"), {.enabled = !busy})) {
                view.emit(flow::staff::EraseTapped{});
            }
        } else if (key == "enter") {
            const bool to_pin = view.session.field == Field::number;
            if (frame.button("enter", rect, to_pin ? tr("Next") : tr("Sign in"),
                             {.kind = ui::ButtonKind::primary, .enabled = !busy})) {
                view.emit(flow::staff::SignInTapped{});
            }
        } else if (frame.button(key, rect, key, {.enabled = !busy, .size = ui::TextSize::large})) {
            view.emit(flow::staff::DigitTapped{.digit = key[0]});
        }
    }
}

} // namespace

void sign_in(ui::Frame& frame, const View& view) {
    frame.screen("sign_in");
    const float head =
        draw_head(frame, view, house_name(view.session.house), std::string(tr("Staff")));
    const ui::Rect area = frame.area();
    const auto foot = with_look_buttons({}, view.session);
    constexpr float column_gap_mm = 24;
    const float column_width = (area.w - 4 * edge_mm - column_gap_mm) / 2;
    const float foot_mm = foot_height(frame, foot, column_width);
    ui::Rect box{2 * edge_mm, head + gap_mm, area.w - 4 * edge_mm, area.h - head - 2 * gap_mm - 2};
    if (const float taken = draw_urgent_help(frame, view, box); taken > 0) {
        box.y += taken + gap_mm;
        box.h -= taken + gap_mm;
    }

    ui::Column column(column_width, gap_mm);
    const std::string_view title = tr("Please sign in");
    const ui::TextLook title_look{
        .weight = ui::Weight::bold,
        .capital_mm = capital_that_fits(frame, title, column_width, frame.metrics().title_mm,
                                        frame.metrics().large_mm),
        .role = ui::Role::heading};
    column.add(frame.measure(title, 0, title_look).h,
               [&](const ui::Rect& at) { frame.text_row(at, title, title_look); });
    const float field_mm = field_height(frame);
    column.add(field_mm, [&](const ui::Rect& at) {
        draw_field(frame, view, at, tr("Staff number"), view.session.number.str(), Field::number,
                   "number");
    });
    column.add(field_mm, [&](const ui::Rect& at) {
        draw_field(frame, view, at, tr("PIN"), dots(view.session.pin.size()), Field::pin, "pin");
    });
    if (view.session.state == flow::staff::State::signing_in) {
        const std::string_view words = tr("One moment, please");
        column.add(frame.measure(words, column_width).h, [&](const ui::Rect& at) {
            frame.text(at, words, {.ink = ui::Ink::secondary, .role = ui::Role::status});
        });
    }
    const auto notes = notes_of(view.session);
    add_notes(frame, notes, column);
    column.draw({box.x, box.y, column_width, box.h - foot_mm - gap_mm});
    draw_foot(frame, view, foot, {box.x, box.bottom() - foot_mm, column_width, foot_mm});
    draw_pad(frame, view,
             {box.x + column_width + column_gap_mm, box.y, column_width, std::min(box.h, 200.0F)});
}

void choose_desk(ui::Frame& frame, const View& view) {
    frame.screen("choose_desk");
    ui::Rect box = draw_frame(frame, view, house_name(view.session.house), view.session.staff_name,
                              {{.id = "sign_out",
                                .label = tr("Sign out"),
                                .icon = "leave",
                                .event = flow::staff::SignOutTapped{}}},
                              4 * edge_mm);
    if (const float taken = draw_urgent_help(frame, view, box); taken > 0) {
        box.y += taken + gap_mm;
        box.h -= taken + gap_mm;
    }
    const ui::Rect heading = frame.text(
        box, tr("Which desk is this?"),
        {.size = ui::TextSize::title, .weight = ui::Weight::bold, .role = ui::Role::heading});
    box.h -= heading.bottom() + gap_mm - box.y;
    box.y = heading.bottom() + gap_mm;
    for (const Note& note : notes_of(view.session)) {
        const float height = note_height(frame, note, box.w);
        draw_note(frame, note, {box.x, box.y, box.w, height});
        box.y += height + gap_mm;
        box.h -= height + gap_mm;
    }
    constexpr size_t most_desks = 10;
    const auto& points = view.session.house.service_points;
    const Grid grid{.count = std::min(points.size(), most_desks), .columns = 2, .gap_mm = gap_mm};
    if (grid.count == 0) return;
    const auto rows = static_cast<float>(grid.rows());
    const float cell = std::min(44.0F, (box.h - (rows - 1) * gap_mm) / rows);
    for (size_t i = 0; i < grid.count; ++i) {
        const std::string name = point_name(points[i]);
        const ui::Rect rect = grid.cell(box, cell, i);
        ui::ButtonLook look{.size = ui::TextSize::large, .value = points[i].id};
        if (frame.measure_button(name, look).w > rect.w) look.size = ui::TextSize::body;
        if (frame.button(points[i].id, rect, name, look)) {
            view.emit(flow::staff::DeskTapped{.service_point = points[i].id});
        }
    }
}

} // namespace rexue::screens::staff
