// The left of the desk: who waits for it, who has missed the call.
#include <algorithm>
#include <string>

#include "kiosk/screens/fit.h"
#include "kiosk/screens/staff/desk_parts.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::staff {

using flow::staff::Command;
using ui::tr;

namespace {

constexpr float padding_mm = 6;
constexpr float between_rows_mm = 3;
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
        for (const queue::TicketState& ticket : waiting_)
            has_second_line_ = has_second_line_ || !fits_one_line(ticket);
        row_mm_ = std::max(least_row_mm, number_mm_ + (has_second_line_ ? small_mm_ : 0) + 5);
    }

    void draw() {
        const float missed_mm = missed_height(choose_missed());
        float y = draw_waiting(box_.y, box_.bottom() - missed_mm);
        if (!missed_.empty()) draw_missed(y + between_rows_mm);
    }

  private:
    std::string minutes_of(base::Instant since) const {
        return minutes_waited(view_.now.wall - since);
    }

    bool fits_one_line(const queue::TicketState& ticket) const {
        const RowWidths widths =
            row_widths(frame_, ticket.ticket, minutes_of(ticket.waiting_since));
        const float words = frame_.measure(intent_words(ticket.intent), 0, small_look).w;
        return widths.number + words + widths.minutes + 4 * padding_mm <= box_.w;
    }

    float title_height() const { return number_mm_ + 3; }
    float more_height() const { return small_mm_ + 2; }
    float next_row() const { return row_mm_ + small_mm_; }

    float waiting_height() const {
        const auto after_next = static_cast<float>(waiting_.empty() ? 0 : waiting_.size() - 1);
        return title_height() + next_row() + after_next * (row_mm_ + between_rows_mm) +
               between_rows_mm;
    }

    float missed_height(size_t shown) const {
        if (missed_.empty()) return 0;
        return between_rows_mm + title_height() +
               static_cast<float>(shown) * (missed_row() + between_rows_mm) +
               (shown < missed_.size() ? more_height() : 0);
    }

    // As many as those who wait leave room for, and some in any case.
    size_t choose_missed() {
        missed_shown_ = std::min(least_missed_shown, missed_.size());
        while (missed_shown_ < missed_.size() &&
               waiting_height() + missed_height(missed_shown_ + 1) <= box_.h)
            ++missed_shown_;
        return missed_shown_;
    }

    float missed_row() const { return std::max(least_row_mm, number_mm_ + 5); }

    float draw_title(float y, const std::string& words) const {
        const float capital = capital_that_fits(frame_, words, box_.w, frame_.metrics().body_mm,
                                                frame_.metrics().small_mm / 1.3F);
        frame_.text_row({box_.x, y, box_.w, number_mm_}, words,
                        {.weight = ui::Weight::bold, .capital_mm = capital});
        return y + title_height();
    }

    float draw_waiting(float y, float bottom) const {
        y = draw_title(y, say(tr("Waiting for {0}: {1}"), stage_name(stage_), waiting_.size()));
        if (waiting_.empty()) {
            return frame_
                       .text({box_.x, y, box_.w, bottom - y}, tr("Nobody is waiting for this desk"),
                             {.ink = ui::Ink::secondary})
                       .bottom() +
                   between_rows_mm;
        }
        const auto room = [&](float below) {
            const float rows = (bottom - below - y - next_row()) / (row_mm_ + between_rows_mm);
            return 1 + static_cast<size_t>(std::max(0.0F, rows));
        };
        size_t shown = std::min(waiting_.size(), room(0));
        if (shown < waiting_.size()) shown = room(more_height());
        for (size_t i = 0; i < shown; ++i) {
            const float height = i == 0 ? next_row() : row_mm_;
            draw_row({box_.x, y, box_.w, height}, waiting_[i], i == 0);
            y += height + between_rows_mm;
        }
        return draw_more(y, waiting_.size() - shown);
    }

    float draw_more(float y, size_t count) const {
        if (count == 0) return y;
        frame_.text_row({box_.x, y, box_.w, small_mm_}, say(tr("and {} more"), count),
                        {.size = ui::TextSize::small, .ink = ui::Ink::secondary});
        return y + more_height();
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

    // Somebody who missed the call and is back: one tap calls them to this desk.
    void draw_missed(float y) const {
        y = draw_title(y, say(tr("Missed: {}"), missed_.size()));
        const bool can_call = !view_.session.busy && view_.session.link == flow::Link::online &&
                              flow::staff::at_desk(view_.session) == nullptr;
        const float call_mm = std::max(least_call_mm, frame_.measure_button(tr("Call"), {}).w);
        for (size_t i = 0; i < missed_shown_; ++i) {
            const queue::TicketState& ticket = missed_[i];
            const ui::Rect who{box_.x, y, box_.w - call_mm - 3, missed_row()};
            frame_.panel(who);
            const std::string minutes = minutes_of(ticket.changed_at);
            const RowWidths widths = row_widths(frame_, ticket.ticket, minutes);
            frame_.text_row({who.x + padding_mm, who.y, widths.number, who.h}, ticket.ticket,
                            number_look);
            frame_.text_row(
                {who.right() - padding_mm - widths.minutes, who.y, widths.minutes, who.h}, minutes,
                minutes_look);
            if (frame_.button("recall_" + ticket.ticket,
                              {who.right() + 3, y, call_mm, missed_row()}, tr("Call"),
                              {.enabled = can_call})) {
                view_.emit(flow::staff::CommandTapped{.command = Command::recall,
                                                      .ticket = ticket.ticket});
            }
            y += missed_row() + between_rows_mm;
        }
        draw_more(y, missed_.size() - missed_shown_);
    }

    ui::Frame& frame_;
    const View& view_;
    ui::Rect box_;
    std::string stage_;
    std::vector<queue::TicketState> waiting_;
    std::vector<queue::TicketState> missed_;
    size_t missed_shown_ = 0;
    float number_mm_ = 0;
    float small_mm_ = 0;
    float row_mm_ = 0;
    bool has_second_line_ = false;
};

} // namespace

void draw_line(ui::Frame& frame, const View& view, const std::string& stage, const ui::Rect& box) {
    Line(frame, view, stage, box).draw();
}

} // namespace rexue::screens::staff
