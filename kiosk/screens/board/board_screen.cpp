#include "kiosk/screens/board/board_screen.h"

#include <algorithm>
#include <string>

#include "kiosk/rules/queue/estimate.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/next_minute.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::board {

using ui::tr;

namespace {

constexpr float margin_mm = 30;
constexpr float gap_mm = 12;
constexpr float head_mm = 62;
constexpr float foot_mm = 44;
constexpr float left_share = 0.63F;
// As many as a house has service points: a call at one desk never pushes another's off.
constexpr int max_calls_shown = 8;
// Read at 5 m: 0.7° of sight, what care mode gives a terminal's text.
constexpr float newest_call_capital_mm = 61;
constexpr float call_capital_mm = 42;

struct Regions {
    ui::Rect calls;
    ui::Rect waiting;
    ui::Rect needed;
    ui::Rect foot;
};

Regions regions_of(const ui::Rect& area) {
    const float top = head_mm;
    const float bottom = area.h - foot_mm - gap_mm;
    const float left_width = (area.w - 2 * margin_mm - gap_mm) * left_share;
    const float right_x = margin_mm + left_width + gap_mm;
    const float right_width = area.w - margin_mm - right_x;
    const float needed_height = 50;
    return {.calls = {margin_mm, top, left_width, bottom - top},
            .waiting = {right_x, top, right_width, bottom - top - needed_height - gap_mm},
            .needed = {right_x, bottom - needed_height, right_width, needed_height},
            .foot = {0, area.h - foot_mm, area.w, foot_mm}};
}

std::string desk_name(const View& view, const std::string& point) {
    const flow::ServicePoint* found = flow::find_point(view.session.house, point);
    return found == nullptr ? point : point_name(*found);
}

void draw_head(ui::Frame& frame, const View& view) {
    const ui::Rect area = frame.area();
    frame.image({margin_mm, 14, 26, 34}, "drop");
    const std::string name = house_name(view.session.house);
    const float name_width = area.w * 0.52F;
    frame.text({margin_mm + 38, 18, name_width, 34}, name,
               {.weight = ui::Weight::bold,
                .capital_mm = capital_that_fits(frame, name, name_width, 22, 14.4F),
                .max_lines = 1});
    const auto local = base::local_time(view.now.wall, view.session.house.utc_offset);
    const float right_width = 330;
    const ui::Rect right{area.w - margin_mm - right_width, 20, right_width, 26};
    frame.text(right, day_and_weekday(local.date) + "   " + clock_time(local.since_midnight),
               {.weight = ui::Weight::bold, .align = ui::Align::right, .max_lines = 1});
}

void draw_call(ui::Frame& frame, const View& view, const ui::Rect& box,
               const queue::StandingCall& call, bool newest) {
    const bool flashing = newest && view.session.flash_until.has_value();
    // Half a second bright, half a second calm: seen from the far wall, no faster than 1 Hz.
    const bool bright = flashing && (view.now.steady.count() / 500) % 2 == 0;
    frame.panel(box, {.ground = newest ? (bright ? ui::Ground::action_pressed : ui::Ground::action)
                                       : ui::Ground::card,
                      .border = !newest});
    if (flashing) frame.redraw_in(std::chrono::milliseconds(250));
    const ui::Ink ink = newest ? ui::Ink::on_action : ui::Ink::primary;
    const float capital =
        newest ? newest_call_capital_mm : std::min(call_capital_mm, box.h * 0.55F);
    const float split = box.w * 0.46F;
    frame.text_row(
        {box.x + 24, box.y, split - 24, box.h}, call.ticket,
        {.weight = ui::Weight::bold, .ink = ink, .capital_mm = capital, .value = "called"});
    frame.icon({box.x + split + 4, box.centre_y() - 14, 28, 28}, "arrow_right", ink);
    const std::string desk = desk_name(view, call.service_point);
    const ui::Rect desk_box{box.x + split + 44, box.y, box.w - split - 58, box.h};
    frame.text_row(
        desk_box, desk,
        {.weight = ui::Weight::bold,
         .ink = ink,
         .capital_mm = capital_that_fits(frame, desk, desk_box.w,
                                         newest ? 30 : std::min(26.0F, capital * 0.65F), 14.4F),
         .value = call.ticket});
}

bool anybody_waits(const View& view) {
    const auto& tickets = view.session.queue.tickets;
    return std::ranges::find(tickets, queue::TicketStatus::waiting, &queue::TicketState::status) !=
           tickets.end();
}

void draw_no_calls(ui::Frame& frame, const View& view, const ui::Rect& box) {
    frame.panel(box);
    const std::string_view words = anybody_waits(view)
                                       ? tr("The next number is called soon")
                                       : tr("Welcome. Please check in at the terminal.");
    constexpr float words_mm = 80;
    const float picture_mm = box.h - words_mm - 40;
    frame.image({box.x + 24, box.y + 24, box.w - 48, picture_mm}, "heart_house");
    frame.text_in({box.x + 24, box.bottom() - words_mm, box.w - 48, words_mm - 16}, words,
                  {.weight = ui::Weight::bold,
                   .ink = ui::Ink::secondary,
                   .capital_mm = capital_that_fits(frame, words, box.w - 52, 33, 14.4F)});
}

void draw_calls(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const auto& calls = view.session.queue.calls;
    if (calls.empty()) return draw_no_calls(frame, view, box);
    float y = box.y;
    const int shown = std::min<int>(max_calls_shown, static_cast<int>(calls.size()));
    constexpr float newest_mm = 126;
    const auto others = static_cast<float>(std::max(1, shown - 1));
    const float other_mm = std::min(80.0F, (box.h - newest_mm) / others - gap_mm);
    for (int i = 0; i < shown; ++i) {
        const float height = i == 0 ? newest_mm : other_mm;
        draw_call(frame, view, {box.x, y, box.w, height}, calls[static_cast<size_t>(i)], i == 0);
        y += height + gap_mm;
    }
}

std::string joined(const std::vector<queue::TicketState>& tickets, size_t most) {
    std::string text;
    for (size_t i = 0; i < std::min(most, tickets.size()); ++i) {
        if (i > 0) text += "   ";
        text += tickets[i].ticket;
    }
    if (tickets.size() > most) text += "   +" + std::to_string(tickets.size() - most);
    return text;
}

void draw_waiting(ui::Frame& frame, const View& view, const ui::Rect& box) {
    frame.panel(box);
    const float x = box.x + 18;
    const float width = box.w - 36;
    float y = frame
                  .text({x, box.y + 15, width, 26}, tr("Waiting"),
                        {.size = ui::TextSize::large,
                         .weight = ui::Weight::bold,
                         .role = ui::Role::heading})
                  .bottom() +
              12;
    bool anybody = false;
    for (const std::string& stage : view.session.house.stages) {
        const auto line = queue::waiting_at(view.session.queue, stage);
        if (line.empty()) continue;
        anybody = true;
        const auto wait = queue::estimate_wait(view.session.queue, stage, "",
                                               flow::points_of(view.session.house, stage));
        const std::string head = stage_name(stage) + "   " + minutes_to_expect(wait);
        y = frame
                .text({x, y, width, 24}, head,
                      {.ink = ui::Ink::secondary,
                       .capital_mm =
                           capital_that_fits(frame, head, width, 16.5F, 14.4F, ui::Weight::regular),
                       .max_lines = 1})
                .bottom() +
            7;
        y = frame
                .text({x, y, width, 80}, joined(line, 9),
                      {.weight = ui::Weight::bold,
                       .capital_mm = 22,
                       .max_lines = 3,
                       .value = "waiting"})
                .bottom() +
            12;
    }
    if (!anybody) {
        frame.text({x, y, width, 60}, tr("Nobody is waiting: come in"),
                   {.ink = ui::Ink::secondary});
    }
    const auto missed = queue::with_status(view.session.queue, queue::TicketStatus::missed);
    if (missed.empty()) return;
    const float missed_y = box.bottom() - 54;
    frame.line(x, missed_y, x + width, missed_y, frame.theme().line, 0.8F);
    frame.text({x, missed_y + 9, width, 40}, say(tr("Missed: {} · any desk"), joined(missed, 3)),
               {.ink = ui::Ink::attention, .max_lines = 2});
}

void draw_needed(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const auto& needed = view.session.house.blood_needed;
    if (needed.empty()) return;
    frame.panel(box, {.ground = ui::Ground::action_tint});
    std::string groups;
    for (const std::string& group : needed)
        groups += (groups.empty() ? "" : "   ") + blood_group(group);
    const std::string words = std::string(tr("Needed today")) + "   " + groups;
    frame.text_in({box.x + 14, box.y, box.w - 28, box.h}, words,
                  {.weight = ui::Weight::bold,
                   .ink = ui::Ink::action,
                   .capital_mm = capital_that_fits(frame, words, box.w - 32, 22, 14.4F)});
}

void draw_foot(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const bool away =
        view.session.link == flow::Link::offline || view.session.link == flow::Link::untrusted;
    frame.panel(box, {.ground = away ? ui::Ground::attention : ui::Ground::dark,
                      .border = false,
                      .radius_mm = 0});
    std::string text;
    if (away) {
        const auto since = base::local_time(view.session.link_since, view.session.house.utc_offset);
        text = say(tr("The line is down since {}: numbers may be late, please listen for the call"),
                   clock_time(since.since_midnight));
    } else {
        text = notice(view.session.house, view.now.wall);
    }
    frame.text_in({margin_mm, box.y, box.w - 2 * margin_mm, box.h}, text,
                  {.ink = away ? ui::Ink::attention : ui::Ink::on_dark, .role = ui::Role::status});
}

} // namespace

void draw(ui::Frame& frame, const View& view) {
    frame.screen("board");
    const Regions regions = regions_of(frame.area());
    draw_head(frame, view);
    draw_calls(frame, view, regions.calls);
    draw_waiting(frame, view, regions.waiting);
    draw_needed(frame, view, regions.needed);
    draw_foot(frame, view, regions.foot);
    // The clock in the head.
    redraw_at_next_minute(frame, view.now);
}

} // namespace rexue::screens::board
