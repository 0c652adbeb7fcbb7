// A value by the number pad, and the decision by type.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "kiosk/screens/fit.h"
#include "kiosk/screens/staff/chrome.h"
#include "kiosk/screens/staff/review_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::staff {

using flow::staff::DecisionKind;
using flow::staff::TypeDecision;
using ui::tr;

namespace {

constexpr std::array keys{"1", "2", "3", "4", "5", "6", "7", "8", "9", "point", "0", "erase"};
constexpr std::array kinds{DecisionKind::may_give, DecisionKind::deferred,
                           DecisionKind::permanently, DecisionKind::passed_on};

std::vector<FootButton> way_back() {
    return {
        {.id = "back", .label = tr("Back"), .icon = "back", .event = flow::staff::BackTapped{}}};
}

// Head and foot; what is left between them.
ui::Rect draw_frame(ui::Frame& frame, const View& view, const std::string& title,
                    const std::string& subtitle) {
    const float head = draw_head(frame, view, title, subtitle);
    const ui::Rect area = frame.area();
    const auto foot = with_look_buttons(way_back(), view.session);
    const ui::Rect box{4 * edge_mm, head + gap_mm, area.w - 8 * edge_mm,
                       area.h - head - 2 * gap_mm - 2};
    const float foot_mm = foot_height(frame, foot, box.w);
    draw_foot(frame, view, foot, {box.x, box.bottom() - foot_mm, box.w, foot_mm});
    return {box.x, box.y, box.w, box.h - foot_mm - gap_mm};
}

void draw_key(ui::Frame& frame, const View& view, std::string_view key, const ui::Rect& at) {
    if (key == "erase") {
        if (frame.button(key, at, tr("Erase"))) view.emit(flow::staff::EraseTapped{});
    } else if (key == "point") {
        if (frame.button(key, at, ".", {.size = ui::TextSize::large})) {
            view.emit(flow::staff::PointTapped{});
        }
    } else if (frame.button(key, at, key, {.size = ui::TextSize::large})) {
        view.emit(flow::staff::DigitTapped{.digit = key.front()});
    }
}

void draw_kinds(ui::Frame& frame, const View& view, const TypeDecision& one, const ui::Rect& box,
                float row_mm) {
    const std::string prefix = one.type == flow::staff::Type::whole_blood ? "blood_" : "platelets_";
    const Grid grid{.count = kinds.size(), .columns = kinds.size(), .gap_mm = gap_mm};
    for (size_t i = 0; i < kinds.size(); ++i) {
        const bool is_chosen = one.kind == kinds[i];
        if (frame.button(
                prefix + std::to_string(i), grid.cell(box, row_mm, i), kind_words(kinds[i]),
                {.icon = is_chosen ? "check" : std::string_view(), .selected = is_chosen})) {
            view.emit(flow::staff::KindTapped{.type = one.type, .kind = kinds[i]});
        }
    }
    if (!one.until) return;
    constexpr std::array steps{-7, -1, 1, 7, 30, 180};
    const Grid days{.count = steps.size() + 1, .columns = steps.size() + 1, .gap_mm = gap_mm};
    const ui::Rect below{box.x, box.y + row_mm + gap_mm, box.w, row_mm};
    frame.text_in(days.cell(below, row_mm, 0), base::format_date(*one.until),
                  {.weight = ui::Weight::bold});
    for (size_t i = 0; i < steps.size(); ++i) {
        const int step = steps.at(i);
        const std::string words = say(step > 0 ? tr("+{} d") : tr("{} d"), step);
        if (frame.button(prefix + "d" + std::to_string(i), days.cell(below, row_mm, i + 1),
                         words)) {
            view.emit(flow::staff::UntilTapped{.type = one.type, .days = step});
        }
    }
}

} // namespace

void measuring(ui::Frame& frame, const View& view) {
    frame.screen("measuring");
    const auto& draft = view.session.draft;
    const std::string ticket = view.session.review ? view.session.review->ticket : std::string();
    const ui::Rect box = draw_frame(frame, view, measure_name(draft.measure), ticket);
    const float half = (box.w - 4 * gap_mm) / 2;
    const auto notes = notes_of(view.session);
    ui::Column column(half, gap_mm);
    const std::string shown = draft.figure.empty() ? "—" : draft.figure.str();
    const std::string words = shown + " " + measure_unit(draft.measure);
    column.add(frame.measure(words, 0, {.size = ui::TextSize::title}).h, [&](const ui::Rect& at) {
        frame.text_row(at, words, {.size = ui::TextSize::title, .weight = ui::Weight::bold});
    });
    add_notes(frame, notes, column);
    column.add(34, [&](const ui::Rect& at) {
        const bool may = flow::staff::figure_of(draft.figure) && !view.session.taking_step;
        if (frame.button("keep", at, tr("Keep this value"),
                         {.kind = ui::ButtonKind::primary, .icon = "check", .enabled = may})) {
            view.emit(flow::staff::KeepTapped{});
        }
    });
    column.draw({box.x, box.y, half, box.h});
    const Grid grid{.count = keys.size(), .columns = 3, .gap_mm = gap_mm};
    const ui::Rect pad{box.right() - half, box.y, half, box.h};
    const float cell = std::min(40.0F, (pad.h - 3 * gap_mm) / 4);
    for (size_t i = 0; i < keys.size(); ++i)
        draw_key(frame, view, keys.at(i), grid.cell(pad, cell, i));
}

void deciding(ui::Frame& frame, const View& view) {
    frame.screen("deciding");
    const std::string ticket = view.session.review ? view.session.review->ticket : std::string();
    const ui::Rect box =
        draw_frame(frame, view, ticket, say(tr("You sign as {}"), view.session.staff_name));
    const auto notes = notes_of(view.session);
    const float row = std::max(20.0F, frame.measure_button("献").h);
    ui::Column column(box.w, gap_mm);
    add_notes(frame, notes, column);
    for (const TypeDecision& one : view.session.draft.decision) {
        const std::string type = type_words(one.type);
        const ui::TextLook look{.weight = ui::Weight::bold, .role = ui::Role::heading};
        column.add(frame.measure(type, box.w, look).h, [&frame, type, look](const ui::Rect& at) {
            frame.text({at.x, at.y, at.w, at.h + 1}, type, look);
        });
        column.add(one.until ? 2 * row + gap_mm : row,
                   [&](const ui::Rect& at) { draw_kinds(frame, view, one, at, row); });
    }
    column.add(30, [&](const ui::Rect& at) {
        const bool may =
            flow::staff::is_whole(view.session.draft.decision) && !view.session.taking_step;
        if (frame.button("sign", at, tr("Sign this decision"),
                         {.kind = ui::ButtonKind::primary, .icon = "check", .enabled = may})) {
            view.emit(flow::staff::SignDecisionTapped{});
        }
    });
    column.draw(box);
}

} // namespace rexue::screens::staff
