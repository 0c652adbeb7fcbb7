#include "kiosk/screens/board/board_screen.h"

#include <algorithm>
#include <string>

#include "kiosk/rules/queue/help.h"
#include "kiosk/screens/board/parts.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/next_minute.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::board {

using ui::tr;

namespace {

constexpr float head_mm = 66;
constexpr float left_share = 0.63F;
constexpr float least_needed_mm = 50;
constexpr float needed_side_mm = 12;
constexpr float needed_words_x_mm = 42;
constexpr ui::TextLook needed_look{.weight = ui::Weight::bold, .ink = ui::Ink::action};

void draw_head(ui::Frame& frame, const View& view) {
    const ui::Rect area = frame.area();
    frame.image({margin_mm, 14, 26, 34}, frame.theme().logo);
    const auto local = base::local_time(view.now.wall, view.session.house.utc_offset);
    constexpr float time_capital_mm = 26;
    const ui::TextLook time_look{
        .weight = ui::Weight::bold, .align = ui::Align::right, .capital_mm = time_capital_mm};
    const std::string time = clock_time(local.since_midnight);
    const float time_width = frame.measure(time, 0, time_look).w + 2;
    float right = area.w - margin_mm;
    frame.text_row({right - time_width, 0, time_width, head_mm}, time, time_look);
    right -= time_width + 2 * gap_mm;

    const std::string date = day_and_weekday(local.date);
    ui::TextLook date_look{.ink = ui::Ink::secondary, .align = ui::Align::right};
    date_look.capital_mm =
        capital_that_fits(frame, date, area.w * 0.36F, 18, least_capital_mm, ui::Weight::regular);
    const float date_width = frame.measure(date, 0, date_look).w + 2;
    frame.text_row({right - date_width, 0, date_width, head_mm}, date, date_look);
    right -= date_width + 2 * gap_mm;

    const float x = margin_mm + 38;
    text_that_fits(frame, {x, 1, right - x, head_mm - 2}, house_name(view.session.house),
                   {.weight = ui::Weight::bold}, 22, least_capital_mm);
}

std::string needed_words(const View& view) {
    std::string words(tr("Needed today"));
    for (const std::string& group : view.session.house.blood_needed)
        words += "   " + blood_group(group);
    return words;
}

struct NeededLayout {
    float words_x_mm = needed_words_x_mm; // the drop goes before the words
    float height_mm = least_needed_mm;
};

// In another language the words may take the drop's place, or a second line.
NeededLayout needed_layout(ui::Frame& frame, const View& view, float width_mm) {
    const std::string words = needed_words(view);
    ui::TextLook least = needed_look;
    least.capital_mm = least_capital_mm;
    const auto one_line_fits = [&](float x) {
        return frame.measure(words, 0, least).w <= width_mm - x - needed_side_mm;
    };
    if (one_line_fits(needed_words_x_mm)) return {};
    if (one_line_fits(needed_side_mm)) return {.words_x_mm = needed_side_mm};
    const float lines = frame.measure(words, width_mm - 2 * needed_side_mm, needed_look).h;
    return {.words_x_mm = needed_side_mm, .height_mm = std::max(least_needed_mm, lines + 8)};
}

void draw_needed(ui::Frame& frame, const View& view, const ui::Rect& box, float words_x_mm) {
    frame.panel(box, {.ground = ui::Ground::action_tint});
    if (words_x_mm >= needed_words_x_mm) {
        constexpr float icon_mm = 24;
        frame.icon({box.x + needed_side_mm, box.centre_y() - icon_mm / 2, icon_mm, icon_mm}, "drop",
                   ui::Ink::action);
    }
    text_that_fits(frame,
                   {box.x + words_x_mm, box.y + 3, box.w - words_x_mm - needed_side_mm, box.h - 6},
                   needed_words(view), needed_look, 22, least_capital_mm);
}

void draw_house(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const float left_width = (box.w - gap_mm) * left_share;
    draw_calls(frame, view, {box.x, box.y, left_width, box.h});
    ui::Rect right{box.x + left_width + gap_mm, box.y, box.w - left_width - gap_mm, box.h};
    if (!view.session.house.blood_needed.empty()) {
        const NeededLayout needed = needed_layout(frame, view, right.w);
        right.h -= needed.height_mm + gap_mm;
        draw_needed(frame, view, {right.x, right.bottom() + gap_mm, right.w, needed.height_mm},
                    needed.words_x_mm);
    }
    draw_waiting(frame, view, right);
}

// When something on the board changes by itself: the clock, or a call for help grows louder.
void ask_for_next_frame(ui::Frame& frame, const View& view) {
    redraw_at_next_minute(frame, view.now);
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
