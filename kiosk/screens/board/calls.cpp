// The left of the board: who is called where.
#include <algorithm>
#include <string>

#include "kiosk/screens/board/parts.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/flash.h"
#include "kiosk/screens/moments.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::board {

using ui::tr;

namespace {

// As many as a house has service points: a call at one desk never pushes another's off.
constexpr size_t max_calls_shown = 8;
constexpr float newest_mm = 126;
constexpr size_t many_calls = 5; // from here on they stand closer
constexpr float newest_of_many_mm = 110;
constexpr float gap_of_many_mm = 8;
constexpr float most_other_mm = 110;
constexpr float least_stacked_mm = 180; // from here on the newest has its desk below its number
// Read at 5 m: 0.7° of sight, what care mode gives a terminal's text.
constexpr float newest_capital_mm = 61;
constexpr float most_capital_mm = 42;
constexpr float least_sentence_mm = 16.5F;
// Where the arrow stands; further left when a desk has a long name.
constexpr float ticket_share = 0.46F;
constexpr float least_ticket_share = 0.29F;
constexpr float icon_mm = 28;

struct CallLook {
    ui::Ground ground = ui::Ground::card;
    ui::Ink ink = ui::Ink::primary;
    float ticket_capital_mm = most_capital_mm;
    float desk_capital_mm = 26;
};

CallLook newest_look(ui::Frame& frame, const View& view) {
    CallLook look{.ground = ui::Ground::action,
                  .ink = ui::Ink::on_action,
                  .ticket_capital_mm = newest_capital_mm,
                  .desk_capital_mm = 30};
    if (view.session.flash_until && flashes_bright(frame)) {
        look.ground = ui::Ground::action_tint;
        look.ink = ui::Ink::action;
    }
    return look;
}

CallLook other_look(float height_mm) {
    const float capital = std::min(most_capital_mm, height_mm * 0.55F);
    return {.ticket_capital_mm = capital, .desk_capital_mm = std::min(26.0F, capital * 0.65F)};
}

std::string desk_name(const View& view, const std::string& point) {
    const flow::ServicePoint* found = flow::find_point(view.session.house, point);
    return found == nullptr ? point : point_name(*found);
}

float desk_width(const ui::Rect& box, float split_mm) {
    return box.w - split_mm - 58;
}

// One split for all, so that the arrows stand below each other.
float split_of(ui::Frame& frame, const View& view, const ui::Rect& box) {
    for (const queue::StandingCall& call : view.session.queue.calls) {
        const std::string name = desk_name(view, call.service_point);
        const float width = desk_width(box, box.w * ticket_share);
        if (capital_that_fits(frame, name, width, most_capital_mm, 0) < least_capital_mm) {
            return box.w * least_ticket_share;
        }
    }
    return box.w * ticket_share;
}

void draw_call(ui::Frame& frame, const View& view, const ui::Rect& box,
               const queue::StandingCall& call, const CallLook& look, float split_mm) {
    frame.panel(box, {.ground = look.ground});
    const ui::TextLook ticket{.weight = ui::Weight::bold,
                              .ink = look.ink,
                              .capital_mm = look.ticket_capital_mm,
                              .value = "called"};
    const float ticket_width = frame.measure(call.ticket, 0, ticket).w + 2;
    const float split = std::max(split_mm, 24 + ticket_width + 8);
    frame.text_row({box.x + 24, box.y, ticket_width, box.h}, call.ticket, ticket);
    frame.icon({box.x + split + 4, box.centre_y() - icon_mm / 2, icon_mm, icon_mm}, "arrow_right",
               look.ink);
    const ui::Rect desk{box.x + split + 44, box.y + 1, desk_width(box, split), box.h - 2};
    text_that_fits(frame, desk, desk_name(view, call.service_point),
                   {.weight = ui::Weight::bold, .ink = look.ink, .value = call.ticket},
                   look.desk_capital_mm, least_capital_mm);
}

// Few calls: the newest has the room for itself. Read from the street.
void draw_stacked_call(ui::Frame& frame, const View& view, const ui::Rect& box,
                       const queue::StandingCall& call, const CallLook& look) {
    frame.panel(box, {.ground = look.ground});
    constexpr float side_mm = 24;
    constexpr float ticket_share_of_height = 0.62F;
    constexpr float line_per_capital = 2.0F; // of this family
    const float width = box.w - 2 * side_mm;
    const ui::Rect upper{box.x + side_mm, box.y + 4, width, box.h * ticket_share_of_height};
    const float most = upper.h / line_per_capital;
    frame.text_row(
        upper, call.ticket,
        {.weight = ui::Weight::bold,
         .ink = look.ink,
         .align = ui::Align::centre,
         .capital_mm = capital_that_fits(frame, call.ticket, width, most, look.ticket_capital_mm),
         .value = "called"});

    const ui::Rect lower{upper.x, upper.bottom(), width, box.bottom() - upper.bottom() - 12};
    const std::string name = desk_name(view, call.service_point);
    const float capital = std::min(50.0F, lower.h / line_per_capital);
    constexpr float beside_icon_mm = 12;
    const float icon_room = icon_mm + beside_icon_mm;
    ui::TextLook desk{.weight = ui::Weight::bold, .ink = look.ink, .value = call.ticket};
    desk.capital_mm = capital_that_fits(frame, name, width - icon_room, capital, 0);
    if (desk.capital_mm < look.desk_capital_mm) {
        desk.align = ui::Align::centre;
        return text_that_fits(frame, lower, name, desk, capital, least_capital_mm);
    }
    const float name_width = frame.measure(name, 0, desk).w + 1;
    const float x = lower.centre_x() - (name_width + icon_room) / 2;
    frame.icon({x, lower.centre_y() - icon_mm / 2, icon_mm, icon_mm}, "arrow_right", look.ink);
    frame.text_row({x + icon_room, lower.y, name_width, lower.h}, name, desk);
}

bool anybody_waits(const View& view) {
    const auto& tickets = view.session.queue.tickets;
    return std::ranges::find(tickets, queue::TicketStatus::waiting, &queue::TicketState::status) !=
           tickets.end();
}

void draw_picture_and_words(ui::Frame& frame, const ui::Rect& box, std::string_view picture,
                            std::string_view words) {
    constexpr float words_mm = 80;
    constexpr float side_mm = 24;
    frame.image(
        {box.x + side_mm, box.y + side_mm, box.w - 2 * side_mm, box.h - words_mm - side_mm - 16},
        picture);
    text_that_fits(
        frame, {box.x + side_mm, box.bottom() - words_mm, box.w - 2 * side_mm, words_mm - 12},
        words, {.weight = ui::Weight::bold, .ink = ui::Ink::secondary, .align = ui::Align::centre},
        33, least_sentence_mm);
}

void draw_moment(ui::Frame& frame, const View& view, ui::Rect& box) {
    const auto local = base::local_time(view.now.wall, view.session.house.utc_offset);
    const auto moment = moment_of(local.date);
    if (!moment) return;
    ui::TextSize text = ui::TextSize::large;
    for (const ui::TextSize smaller : {ui::TextSize::body, ui::TextSize::small}) {
        if (frame.measure_pill(*moment, "heart", text).w > box.w - 2 * gap_mm) text = smaller;
    }
    const ui::Size size = frame.measure_pill(*moment, "heart", text);
    frame.pill(box.centre_x() - size.w / 2, box.y + 18, *moment, ui::Ground::honour,
               ui::Ink::honour, "heart", text);
    box.y += size.h + 18;
    box.h -= size.h + 18;
}

void draw_no_calls(ui::Frame& frame, const View& view, const ui::Rect& box) {
    frame.panel(box);
    ui::Rect inside = box;
    draw_moment(frame, view, inside);
    draw_picture_and_words(frame, inside, "heart_house",
                           anybody_waits(view) ? tr("The next number is called soon")
                                               : tr("Welcome. Please check in at the terminal."));
}

} // namespace

void draw_no_house(ui::Frame& frame, const ui::Rect& box) {
    frame.panel(box);
    draw_picture_and_words(frame, box, "heart_house",
                           tr("Welcome. Please ask at the desk while this board is prepared."));
}

void draw_calls(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const auto& calls = view.session.queue.calls;
    if (calls.empty()) return draw_no_calls(frame, view, box);
    const size_t shown = std::min(max_calls_shown, calls.size());
    const bool many = shown >= many_calls;
    const float gap = many ? gap_of_many_mm : gap_mm;
    const auto others = static_cast<float>(shown - 1);
    const float room = box.h - (many ? newest_of_many_mm : newest_mm);
    const float other_mm = shown > 1 ? std::min(most_other_mm, room / others - gap) : 0;
    const float first_mm = box.h - others * (other_mm + gap);
    const ui::Rect first{box.x, box.y, box.w, first_mm};
    const float split = split_of(frame, view, box);
    if (first_mm >= least_stacked_mm) {
        draw_stacked_call(frame, view, first, calls.front(), newest_look(frame, view));
    } else {
        draw_call(frame, view, first, calls.front(), newest_look(frame, view), split);
    }
    float y = first.bottom() + gap;
    for (size_t i = 1; i < shown; ++i) {
        draw_call(frame, view, {box.x, y, box.w, other_mm}, calls[i], other_look(other_mm), split);
        y += other_mm + gap;
    }
}

} // namespace rexue::screens::board
