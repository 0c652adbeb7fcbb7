#include "kiosk/screens/board/board_screen.h"

#include <string>

#include "kiosk/rules/queue/help.h"
#include "kiosk/screens/board/parts.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/minute.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::board {

using ui::tr;

namespace {

constexpr float head_mm = 62;
constexpr float left_share = 0.63F;
constexpr float needed_mm = 50;

void draw_head(ui::Frame& frame, const View& view) {
    const ui::Rect area = frame.area();
    frame.image({margin_mm, 14, 26, 34}, frame.theme().logo);
    const float x = margin_mm + 38;
    text_that_fits(frame, {x, 8, area.w * 0.52F, 46}, house_name(view.session.house),
                   {.weight = ui::Weight::bold}, 22, least_capital_mm);

    const auto local = base::local_time(view.now.wall, view.session.house.utc_offset);
    constexpr float time_capital_mm = 26;
    const ui::TextLook time_look{
        .weight = ui::Weight::bold, .align = ui::Align::right, .capital_mm = time_capital_mm};
    const std::string time = clock_time(local.since_midnight);
    const float time_width = frame.measure(time, 0, time_look).w + 2;
    const float right = area.w - margin_mm;
    frame.text_row({right - time_width, 10, time_width, 42}, time, time_look);
    const std::string date = day_and_weekday(local.date);
    const float left = x + area.w * 0.52F + gap_mm;
    const float width = right - time_width - 2 * gap_mm - left;
    frame.text_row({left, 10, width, 42}, date,
                   {.ink = ui::Ink::secondary,
                    .align = ui::Align::right,
                    .capital_mm = capital_that_fits(frame, date, width, 18, least_capital_mm,
                                                    ui::Weight::regular)});
}

void draw_needed(ui::Frame& frame, const View& view, const ui::Rect& box) {
    frame.panel(box, {.ground = ui::Ground::action_tint});
    std::string groups;
    for (const std::string& group : view.session.house.blood_needed)
        groups += (groups.empty() ? "" : "   ") + blood_group(group);
    const std::string words = std::string(tr("Needed today")) + "   " + groups;
    constexpr float icon_mm = 24;
    frame.icon({box.x + 12, box.centre_y() - icon_mm / 2, icon_mm, icon_mm}, "drop",
               ui::Ink::action);
    text_that_fits(frame, {box.x + 42, box.y + 3, box.w - 54, box.h - 6}, words,
                   {.weight = ui::Weight::bold, .ink = ui::Ink::action}, 22, least_capital_mm);
}

void draw_house(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const float left_width = (box.w - gap_mm) * left_share;
    draw_calls(frame, view, {box.x, box.y, left_width, box.h});
    ui::Rect right{box.x + left_width + gap_mm, box.y, box.w - left_width - gap_mm, box.h};
    if (!view.session.house.blood_needed.empty()) {
        right.h -= needed_mm + gap_mm;
        draw_needed(frame, view, {right.x, right.bottom() + gap_mm, right.w, needed_mm});
    }
    draw_waiting(frame, view, right);
}

// When something on the board changes by itself: the clock, or a call for help grows louder.
void ask_for_next_frame(ui::Frame& frame, const View& view) {
    redraw_next_minute(frame, view.now.wall);
    if (const auto at = queue::next_help_level_at(view.session.queue, view.now.wall)) {
        frame.redraw_in(*at - view.now.wall);
    }
}

} // namespace

void draw(ui::Frame& frame, const View& view) {
    frame.screen("board");
    draw_head(frame, view);
    const ui::Rect area = frame.area();
    const float foot = foot_height(frame, view);
    ui::Rect box{margin_mm, head_mm, area.w - 2 * margin_mm, area.h - foot - gap_mm - head_mm};
    if (const float wanted = wanted_height(view); wanted > 0) {
        box.h -= wanted + gap_mm;
        draw_wanted(frame, view, {box.x, box.bottom() + gap_mm, box.w, wanted});
    }
    if (view.session.house.stages.empty()) {
        draw_no_house(frame, box);
    } else {
        draw_house(frame, view, box);
    }
    draw_foot(frame, view, {0, area.h - foot, area.w, foot});
    ask_for_next_frame(frame, view);
}

} // namespace rexue::screens::board
