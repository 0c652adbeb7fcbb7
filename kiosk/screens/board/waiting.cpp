// The right of the board: who waits, how long about, and who has missed the call.
#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/rules/queue/estimate.h"
#include "kiosk/screens/board/parts.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::board {

using ui::tr;

namespace {

constexpr float side_mm = 15;
constexpr float number_capital_mm = 22;
constexpr float head_capital_mm = 16.5F;
constexpr float between_numbers_mm = 14;
constexpr float between_stages_mm = 10;
constexpr size_t max_missed_shown = 4;

struct StageLine {
    std::string stage;
    std::vector<queue::TicketState> line;
    size_t rows = 0; // that its numbers are given
};

std::vector<StageLine> lines_of(const View& view) {
    std::vector<StageLine> lines;
    for (const std::string& stage : view.session.house.stages) {
        auto line = queue::waiting_at(view.session.queue, stage);
        if (!line.empty()) lines.push_back({.stage = stage, .line = std::move(line)});
    }
    return lines;
}

// The minutes are those of the last in line, as on their ticket; none while the line to the centre
// is down, for nobody knows then how long a line is.
std::string stage_head(const View& view, const StageLine& line) {
    if (view.session.link != flow::Link::online) return stage_name(line.stage);
    const auto wait = queue::estimate_wait(view.session.queue, line.stage, line.line.back().ticket,
                                           flow::points_of(view.session.house, line.stage));
    return stage_name(line.stage) + "   " + minutes_to_expect(wait);
}

// The numbers of all stages as they stand in one place: equal cells, as many rows as there is room
// for, shared fairly. What has no room is counted. Where many wait, everything is smaller.
class Numbers {
  public:
    Numbers(ui::Frame& frame, const View& view, const ui::Rect& box)
        : frame_(frame), view_(view), box_(box), lines_(lines_of(view)) {
        choose_sizes(number_capital_mm, head_capital_mm);
        if (height_wanted() > box.h) {
            is_tight_ = true;
            choose_sizes(least_number_capital_mm, least_capital_mm);
        }
        share_rows();
    }

    bool empty() const { return lines_.empty(); }

    void draw() const {
        float y = box_.y;
        for (const StageLine& stage : lines_) {
            const std::string head =
                stage.rows > 0 ? head_of(stage)
                               : stage_name(stage.stage) + " +" + std::to_string(stage.line.size());
            text_that_fits(frame_, {box_.x, y, box_.w, head_mm_}, head, {.ink = ui::Ink::secondary},
                           head_look_.capital_mm, least_capital_mm);
            if (stage.rows > 0) draw_numbers(stage, y + head_mm_);
            y += head_mm_ + static_cast<float>(stage.rows) * row_mm_ + between_stages_mm;
        }
    }

  private:
    static constexpr float least_number_capital_mm = 17;

    bool fits_one_line(const std::string& head, float capital_mm) const {
        return capital_that_fits(frame_, head, box_.w, capital_mm, 0, ui::Weight::regular) >=
               least_capital_mm;
    }

    // Where room is short the minutes give way: whether somebody is seen there matters more.
    std::string head_of(const StageLine& stage) const {
        std::string head = stage_head(view_, stage);
        if (is_tight_ && !fits_one_line(head, least_capital_mm)) return stage_name(stage.stage);
        return head;
    }

    void choose_sizes(float number_mm, float head_mm) {
        number_look_ = {.weight = ui::Weight::bold, .capital_mm = number_mm, .value = "waiting"};
        head_look_ = {.ink = ui::Ink::secondary, .capital_mm = head_mm};
        cell_mm_ = 1;
        float heads = 0;
        for (const StageLine& stage : lines_) {
            const std::string head = head_of(stage);
            const bool fits = fits_one_line(head, head_mm);
            heads = std::max(heads, fits ? frame_.measure("Ag献", 0, head_look_).h
                                         : frame_.measure(head, box_.w).h);
            for (const queue::TicketState& ticket : stage.line)
                cell_mm_ = std::max(cell_mm_, frame_.measure(ticket.ticket, 0, number_look_).w);
        }
        head_mm_ = heads + 1;
        cell_mm_ += between_numbers_mm;
        columns_ =
            std::max<size_t>(1, static_cast<size_t>((box_.w + between_numbers_mm) / cell_mm_));
        row_mm_ = frame_.measure("A", 0, number_look_).h;
    }

    size_t rows_wanted(const StageLine& stage) const {
        return (stage.line.size() + columns_ - 1) / columns_;
    }

    // With a place for everybody.
    float height_wanted() const {
        float height = -between_stages_mm;
        for (const StageLine& stage : lines_)
            height +=
                head_mm_ + static_cast<float>(rows_wanted(stage)) * row_mm_ + between_stages_mm;
        return height;
    }

    void share_rows() {
        float left = box_.h - static_cast<float>(lines_.size()) * (head_mm_ + between_stages_mm) +
                     between_stages_mm;
        bool grew = true;
        while (grew) {
            grew = false;
            for (StageLine& stage : lines_) {
                if (stage.rows >= rows_wanted(stage) || left < row_mm_) continue;
                ++stage.rows;
                left -= row_mm_;
                grew = true;
            }
        }
    }

    void draw_numbers(const StageLine& stage, float top) const {
        const size_t cells = stage.rows * columns_;
        // The last cell counts those that have none.
        const bool all = stage.line.size() <= cells;
        const size_t shown = all ? stage.line.size() : cells - 1;
        const auto place = [&](size_t i) {
            const size_t rows_above = i / columns_;
            return ui::Rect{box_.x + static_cast<float>(i % columns_) * cell_mm_,
                            top + row_mm_ * static_cast<float>(rows_above),
                            cell_mm_ - between_numbers_mm + 1, row_mm_};
        };
        for (size_t i = 0; i < shown; ++i)
            frame_.text_row(place(i), stage.line[i].ticket, number_look_);
        if (all) return;
        const std::string more = "+" + std::to_string(stage.line.size() - shown);
        frame_.text_row(place(shown), more,
                        {.ink = ui::Ink::secondary, .capital_mm = number_look_.capital_mm});
    }

    ui::Frame& frame_;
    const View& view_;
    ui::Rect box_;
    std::vector<StageLine> lines_;
    ui::TextLook number_look_;
    ui::TextLook head_look_;
    bool is_tight_ = false;
    float cell_mm_ = 0;
    size_t columns_ = 1;
    float row_mm_ = 0;
    float head_mm_ = 0;
};

// As many numbers as one line holds, at least one; the others are counted.
std::string missed_words(ui::Frame& frame, const std::vector<queue::TicketState>& missed,
                         float width_mm, const ui::TextLook& look) {
    std::string words;
    std::string numbers;
    for (size_t i = 0; i < std::min(max_missed_shown, missed.size()); ++i) {
        numbers += (i > 0 ? "  " : "") + missed[i].ticket;
        const size_t others = missed.size() - i - 1;
        std::string longer = say(tr("Missed: {} · please ask us"),
                                 others == 0 ? numbers : numbers + "  +" + std::to_string(others));
        if (i > 0 && frame.measure(longer, 0, look).w > width_mm) break;
        words = std::move(longer);
    }
    return words;
}

// Returns its height, 0 where nobody has missed a call.
float draw_missed(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const auto missed = queue::with_status(view.session.queue, queue::TicketStatus::missed);
    if (missed.empty()) return 0;
    ui::TextLook look{.ink = ui::Ink::attention, .capital_mm = head_capital_mm};
    const std::string words = missed_words(frame, missed, box.w, look);
    const float one_line =
        capital_that_fits(frame, words, box.w, head_capital_mm, 0, ui::Weight::regular);
    if (one_line >= least_capital_mm) look.capital_mm = one_line;
    constexpr float above_mm = 8;
    const float words_mm = frame.measure(words, box.w, look).h;
    const float y = box.bottom() - words_mm;
    frame.line(box.x, y - above_mm, box.right(), y - above_mm, frame.theme().line, 0.8F);
    frame.text({box.x, y, box.w, words_mm + 1}, words, look);
    return words_mm + above_mm + between_stages_mm;
}

} // namespace

void draw_waiting(ui::Frame& frame, const View& view, const ui::Rect& box) {
    frame.panel(box);
    ui::Rect inside{box.x + side_mm, box.y + 12, box.w - 2 * side_mm, box.h - 24};
    const ui::Rect heading = frame.text(
        inside, tr("Waiting"),
        {.size = ui::TextSize::large, .weight = ui::Weight::bold, .role = ui::Role::heading});
    const float top = heading.bottom() + between_stages_mm;
    inside = {inside.x, top, inside.w, inside.bottom() - top};
    inside.h -= draw_missed(frame, view, inside);
    const Numbers numbers(frame, view, inside);
    if (!numbers.empty()) return numbers.draw();
    const float bottom =
        frame.text(inside, tr("Nobody is waiting: come in"), {.ink = ui::Ink::secondary}).bottom();
    // Before the first call the other side has the picture.
    if (view.session.queue.calls.empty()) return;
    frame.image({inside.x, bottom + gap_mm, inside.w, inside.bottom() - bottom - gap_mm},
                "heart_house");
}

} // namespace rexue::screens::board
