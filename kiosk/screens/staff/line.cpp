// The left of the desk: who waits for it, who has missed the call.
#include <algorithm>
#include <string>

#include "kiosk/screens/fit.h"
#include "kiosk/screens/staff/desk_parts.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/list.h"

namespace rexue::screens::staff {

using flow::staff::Command;
using ui::tr;

namespace {

constexpr float padding_mm = 6;
constexpr float least_row_mm = 18;
constexpr size_t least_missed_shown = 2;
constexpr float least_call_mm = 42;

constexpr ui::TextLook number_look{.weight = ui::Weight::bold};
constexpr ui::TextLook small_look{.size = ui::TextSize::small};
constexpr ui::TextLook minutes_look{
    .size = ui::TextSize::small, .ink = ui::Ink::secondary, .align = ui::Align::right};

float line_of(ui::Frame& frame, const ui::TextLook& look) {
    return frame.measure("Ag献", 0, look).h;
}

// Of a number, the minutes on its right, and the way between them.
struct RowWidths {
    float number = 0;
    float minutes = 0;
};

RowWidths row_widths(ui::Frame& frame, const std::string& number, const std::string& minutes) {
    return {.number = frame.measure(number, 0, number_look).w + 1,
            .minutes = frame.measure(minutes, 0, minutes_look).w + 1};
}

class Line {
  public:
    Line(ui::Frame& frame, const View& view, const std::string& stage, const ui::Rect& box)
        : frame_(frame), view_(view), box_(box), stage_(stage) {
        waiting_ = queue::waiting_at(view.session.queue, stage);
        missed_ = flow::staff::missed_here(view.session);
        number_mm_ = line_of(frame, number_look);
        small_mm_ = line_of(frame, small_look);
        gap_mm_ = frame.metrics().gap_mm;
        can_call_ = !view.session.busy && view.session.link == flow::Link::online &&
                    flow::staff::at_desk(view.session) == nullptr;
        for (const queue::TicketState& ticket : waiting_)
            has_second_line_ = has_second_line_ || !fits_one_line(ticket);
        row_mm_ = std::max(least_row_mm, number_mm_ + (has_second_line_ ? small_mm_ : 0) + 5);
    }

    // The next one is always in sight; who waits behind them and who has missed their call share
    // what is left, each in a list that moves.
    void draw() {
        float y = draw_title(box_.y,
                             say(tr("Waiting for {0}: {1}"), stage_name(stage_), waiting_.size()));
        if (waiting_.empty()) {
            y = frame_
                    .text({box_.x, y, box_.w, box_.bottom() - y},
                          tr("Nobody is waiting for this desk"), {.ink = ui::Ink::secondary})
                    .bottom() +
                gap_mm_;
        } else {
            draw_row({box_.x, y, box_.w, next_row()}, waiting_.front(), true);
            y += next_row() + gap_mm_;
        }
        const float missed_title = missed_.empty() ? 0 : 2 * gap_mm_ + title_height();
        const float room = box_.bottom() - y - missed_title;
        const Shares shares = share(room);
        draw_waiting({box_.x, y, box_.w, shares.waiting_mm});
        if (missed_.empty()) return;
        y += shares.waiting_mm + 2 * gap_mm_;
        y = draw_missed_title(y);
        draw_missed({box_.x, y, box_.w, std::min(shares.missed_mm, box_.bottom() - y)});
    }

  private:
    struct Shares {
        float waiting_mm = 0;
        float missed_mm = 0;
    };

    std::string minutes_of(base::Instant since) const {
        return minutes_waited(view_.now.wall - since);
    }

    bool fits_one_line(const queue::TicketState& ticket) const {
        constexpr float mark_of_a_list_mm = 8;
        const RowWidths widths =
            row_widths(frame_, ticket.ticket, minutes_of(ticket.waiting_since));
        const float words = frame_.measure(intent_words(ticket.intent), 0, small_look).w;
        return widths.number + words + widths.minutes + 4 * padding_mm <=
               box_.w - mark_of_a_list_mm;
    }

    float title_height() const { return number_mm_ + 3; }
    float next_row() const { return row_mm_ + small_mm_; }
    float missed_row() const { return std::max(least_row_mm, number_mm_ + 5); }
    size_t behind_next() const { return waiting_.empty() ? 0 : waiting_.size() - 1; }

    // As many rows, and the button that turns them where there are more.
    float rows_height(size_t shown, size_t all, float row_mm) const {
        if (all == 0) return 0;
        const float rows = ui::widgets::list_height(frame_, static_cast<int>(shown), row_mm);
        return shown < all ? rows + gap_mm_ + frame_.metrics().target_mm : rows;
    }

    // As many missed ones as those who wait leave room for, and some in any case.
    Shares share(float room) const {
        const size_t behind = behind_next();
        const size_t missed = missed_.size();
        const float all_waiting = rows_height(behind, behind, row_mm_);
        const float all_missed = rows_height(missed, missed, missed_row());
        if (missed == 0) return {.waiting_mm = room};
        if (all_waiting + all_missed <= room) return {all_waiting, all_missed};
        const float least_waiting = rows_height(std::min<size_t>(1, behind), behind, row_mm_);
        const float wanted =
            rows_height(std::min(least_missed_shown, missed), missed, missed_row());
        const float least_missed = rows_height(1, missed, missed_row());
        float missed_mm = std::clamp(room - all_waiting, std::min(wanted, all_missed), all_missed);
        missed_mm = std::max(std::min(missed_mm, room - least_waiting), least_missed);
        return {.waiting_mm = std::max(0.0F, room - missed_mm), .missed_mm = missed_mm};
    }

    float draw_title(float y, const std::string& words) const {
        const float capital = capital_that_fits(frame_, words, box_.w, frame_.metrics().body_mm,
                                                frame_.metrics().small_mm / 1.3F);
        frame_.text_row({box_.x, y, box_.w, number_mm_}, words,
                        {.weight = ui::Weight::bold, .capital_mm = capital});
        return y + title_height();
    }

    void draw_waiting(const ui::Rect& box) const {
        ui::widgets::list(frame_, "waiting", box,
                          {.count = static_cast<int>(behind_next()),
                           .row_mm = row_mm_,
                           .row = [&](int row, const ui::Rect& place) {
                               draw_row(place, waiting_[static_cast<size_t>(row) + 1], false);
                           }});
    }

    void draw_row(const ui::Rect& box, const queue::TicketState& ticket, bool next) const {
        frame_.panel(box, {.ground = next ? ui::Ground::action_tint : ui::Ground::card});
        const std::string minutes = minutes_of(ticket.waiting_since);
        const RowWidths widths = row_widths(frame_, ticket.ticket, minutes);
        const float x = box.x + padding_mm;
        const float inside = box.w - 2 * padding_mm;
        const float lines =
            number_mm_ + (has_second_line_ ? small_mm_ : 0) + (next ? small_mm_ : 0);
        float y = box.centre_y() - lines / 2;
        frame_.text_row({x, y, widths.number, number_mm_}, ticket.ticket, number_look);
        frame_.text_row({box.right() - padding_mm - widths.minutes, y, widths.minutes, number_mm_},
                        minutes, minutes_look);
        const std::string intent = intent_words(ticket.intent);
        if (has_second_line_) {
            y += number_mm_;
            draw_small({x, y, inside, small_mm_}, intent, ui::Weight::regular, ui::Ink::primary);
            y += small_mm_;
        } else {
            frame_.text_row({x + widths.number + padding_mm, y,
                             inside - widths.number - widths.minutes - 2 * padding_mm, number_mm_},
                            intent, small_look);
            y += number_mm_;
        }
        if (!next) return;
        const auto since = base::local_time(ticket.waiting_since, view_.session.house.utc_offset);
        draw_small({x, y, inside, small_mm_},
                   say(tr("Next: first in line since {}"), clock_time(since.since_midnight)),
                   ui::Weight::bold, ui::Ink::action);
    }

    void draw_small(const ui::Rect& box, const std::string& words, ui::Weight weight,
                    ui::Ink ink) const {
        const float small = frame_.metrics().small_mm;
        const float capital = capital_that_fits(frame_, words, box.w, small, small / 1.3F, weight);
        frame_.text_row(box, words, {.weight = weight, .ink = ink, .capital_mm = capital});
    }

    // With why none of them can be called now, where there is room for it.
    float draw_missed_title(float y) const {
        const std::string words = say(tr("Missed: {}"), missed_.size());
        if (!can_call_) {
            const std::string_view why = tr("to be called when the desk is free");
            const float width = frame_.measure(why, 0, minutes_look).w + 1;
            const float title = frame_.measure(words, 0, number_look).w + gap_mm_;
            if (title + width <= box_.w) {
                frame_.text_row({box_.right() - width, y, width, number_mm_}, why, minutes_look);
            }
        }
        return draw_title(y, words);
    }

    void draw_missed(const ui::Rect& box) const {
        ui::widgets::list(frame_, "missed", box,
                          {.count = static_cast<int>(missed_.size()),
                           .row_mm = missed_row(),
                           .row = [&](int row, const ui::Rect& place) {
                               draw_missed_row(place, missed_[static_cast<size_t>(row)]);
                           }});
    }

    // Somebody who missed the call and is back: one tap calls them to this desk. No button stands
    // there while it would do nothing.
    void draw_missed_row(const ui::Rect& box, const queue::TicketState& ticket) const {
        const float call_mm =
            can_call_ ? std::max(least_call_mm, frame_.measure_button(tr("Call"), {}).w) + 3 : 0;
        const ui::Rect who{box.x, box.y, box.w - call_mm, box.h};
        frame_.panel(who);
        const std::string minutes = minutes_of(ticket.changed_at);
        const RowWidths widths = row_widths(frame_, ticket.ticket, minutes);
        frame_.text_row({who.x + padding_mm, who.y, widths.number, who.h}, ticket.ticket,
                        number_look);
        frame_.text_row({who.right() - padding_mm - widths.minutes, who.y, widths.minutes, who.h},
                        minutes, minutes_look);
        if (!can_call_) return;
        if (frame_.button("recall_" + ticket.ticket, {who.right() + 3, box.y, call_mm - 3, box.h},
                          tr("Call"))) {
            view_.emit(
                flow::staff::CommandTapped{.command = Command::recall, .ticket = ticket.ticket});
        }
    }

    ui::Frame& frame_;
    const View& view_;
    ui::Rect box_;
    std::string stage_;
    std::vector<queue::TicketState> waiting_;
    std::vector<queue::TicketState> missed_; // the newest first
    float number_mm_ = 0;
    float small_mm_ = 0;
    float row_mm_ = 0;
    float gap_mm_ = 0;
    bool has_second_line_ = false;
    bool can_call_ = false;
};

} // namespace

void draw_line(ui::Frame& frame, const View& view, const std::string& stage, const ui::Rect& box) {
    Line(frame, view, stage, box).draw();
}

} // namespace rexue::screens::staff
