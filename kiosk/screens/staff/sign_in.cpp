#include <array>
#include <string>

#include "kiosk/screens/staff/chrome.h"
#include "kiosk/screens/words.h"
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

void draw_field(ui::Frame& frame, const View& view, const ui::Rect& box, std::string_view label,
                const std::string& content, Field field, const char* id) {
    const bool active = view.session.field == field;
    frame.panel(box, {.ground = active ? ui::Ground::action_tint : ui::Ground::card});
    frame.text({box.x + 8, box.y + 4, box.w - 16, 9}, label,
               {.size = ui::TextSize::small,
                .ink = active ? ui::Ink::action : ui::Ink::secondary,
                .max_lines = 1});
    frame.text({box.x + 8, box.y + 15, box.w - 16, 12}, content.empty() ? " " : content,
               {.size = ui::TextSize::large, .weight = ui::Weight::bold, .max_lines = 1});
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
    draw_head(frame, view, house_name(view.session.house), std::string(tr("Staff")));
    const ui::Rect area = frame.area();
    const float top = head_height_mm + 16;
    const float left_width = 190;
    const float gap = 30;
    const float left = (area.w - 2 * left_width - gap) / 2;

    frame.text(
        {left, top, left_width, 24}, tr("Please sign in"),
        {.size = ui::TextSize::title, .weight = ui::Weight::bold, .role = ui::Role::heading});
    draw_field(frame, view, {left, top + 34, left_width, 32}, tr("Staff number"),
               view.session.number.str(), Field::number, "number");
    draw_field(frame, view, {left, top + 72, left_width, 32}, tr("PIN"),
               dots(view.session.pin.size()), Field::pin, "pin");
    if (view.session.state == flow::staff::State::signing_in) {
        frame.text({left, top + 114, left_width, 12}, tr("One moment, please"),
                   {.ink = ui::Ink::secondary, .role = ui::Role::status});
    } else if (const auto words = remark_words(view.session)) {
        frame.pill(left, top + 112, *words, ui::Ground::attention, ui::Ink::attention, "warning");
    }
    draw_pad(frame, view, {left + left_width + gap, top, left_width, 170});
}

void choose_desk(ui::Frame& frame, const View& view) {
    frame.screen("choose_desk");
    draw_head(frame, view, house_name(view.session.house), view.session.staff_name);
    const ui::Rect area = frame.area();
    const float x = edge_mm + 30;
    const float width = area.w - 2 * x;
    frame.text(
        {x, head_height_mm + 12, width, 24}, tr("Which desk is this?"),
        {.size = ui::TextSize::title, .weight = ui::Weight::bold, .role = ui::Role::heading});
    const float gap = 6;
    const float button_width = (width - gap) / 2;
    const auto& points = view.session.house.service_points;
    for (size_t i = 0; i < points.size() && i < 8; ++i) {
        const size_t rows_above = i / 2;
        const ui::Rect rect{x + static_cast<float>(i % 2) * (button_width + gap),
                            head_height_mm + 46 + static_cast<float>(rows_above) * 36, button_width,
                            30};
        if (frame.button(points[i].id, rect, point_name(points[i]),
                         {.size = ui::TextSize::large, .value = points[i].id})) {
            view.emit(flow::staff::DeskTapped{.service_point = points[i].id});
        }
    }
    if (frame.button("sign_out", {area.w - edge_mm - 70, area.h - 34, 70, 22}, tr("Sign out"),
                     {.kind = ui::ButtonKind::quiet, .icon = "leave"})) {
        view.emit(flow::staff::SignOutTapped{});
    }
}

} // namespace rexue::screens::staff
