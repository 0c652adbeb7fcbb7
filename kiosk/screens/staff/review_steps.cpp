// An answer put right, and a value by the number pad.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "kiosk/screens/fit.h"
#include "kiosk/screens/staff/chrome.h"
#include "kiosk/screens/staff/review_parts.h"
#include "kiosk/screens/staff/review_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/list.h"

namespace rexue::screens::staff {

using ui::tr;

namespace {

constexpr std::array keys{"1", "2", "3", "4", "5", "6", "7", "8", "9", "point", "0", "erase"};

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

enum class Point { offered, left_out };

void draw_pad(ui::Frame& frame, const View& view, const ui::Rect& box, Point point) {
    const Grid grid{.count = keys.size(), .columns = 3, .gap_mm = gap_mm};
    const float cell = std::min(40.0F, (box.h - 3 * gap_mm) / 4);
    for (size_t i = 0; i < keys.size(); ++i) {
        if (keys.at(i) == std::string_view("point") && point == Point::left_out) continue;
        draw_key(frame, view, keys.at(i), grid.cell(box, cell, i));
    }
}

// What is typed, large enough to be read from the other side of the desk.
void add_figure(ui::Frame& frame, ui::Column& column, const std::string& words) {
    const float capital = capital_that_fits(frame, words, column.width(), frame.metrics().title_mm,
                                            frame.metrics().body_mm);
    const ui::TextLook look{.weight = ui::Weight::bold, .capital_mm = capital};
    column.add(frame.measure(words, 0, look).h,
               [&frame, words, look](const ui::Rect& at) { frame.text_row(at, words, look); });
}

// `why_not` is said below the label where there is nothing yet to be kept; else it is empty.
void add_keep(ui::Frame& frame, const View& view, ui::Column& column, std::string_view label,
              std::string_view why_not) {
    const bool may = why_not.empty() && !view.session.taking_step;
    const std::string_view detail = view.session.taking_step ? tr("One moment, please") : why_not;
    const float height =
        std::max(30.0F, frame.measure_button(label, {.icon = "check", .detail = detail}).h);
    column.add(height, [&frame, &view, label, may, detail](const ui::Rect& at) {
        ui::ButtonLook look{
            .kind = ui::ButtonKind::primary, .icon = "check", .enabled = may, .detail = detail};
        fit_label(frame, label, at.w, look);
        if (frame.button("keep", at, label, look)) view.emit(flow::staff::KeepTapped{});
    });
}

std::vector<flow::staff::Choice> choices_of(const flow::staff::Answer& answer) {
    if (answer.kind != flow::staff::AnswerKind::yes_no) return answer.choices;
    const std::string yes(tr("Yes"));
    const std::string no(tr("No"));
    return {{.value = "true", .words = {.zh_CN = yes, .en = yes}},
            {.value = "false", .words = {.zh_CN = no, .en = no}}};
}

void draw_choices(ui::Frame& frame, const View& view, const flow::staff::Answer& answer,
                  const ui::Rect& box) {
    const auto choices = choices_of(answer);
    const auto words_of = [&](const flow::staff::Choice& choice) {
        return std::string(choice.words.in(ui::current_language()));
    };
    constexpr float inside_mm = 26; // of a button, for its icon and its sides
    float row_mm = 22;
    for (const auto& choice : choices) {
        row_mm = std::max(
            row_mm,
            frame.measure(words_of(choice), box.w - inside_mm - 8, {.weight = ui::Weight::bold}).h +
                6);
    }
    const auto& chosen = view.session.draft.chosen;
    ui::widgets::list(frame, "choices", box,
                      {.count = static_cast<int>(choices.size()),
                       .row_mm = row_mm,
                       .row = [&](int row, const ui::Rect& place) {
                           const auto& choice = choices[static_cast<size_t>(row)];
                           const bool is_chosen =
                               std::ranges::find(chosen, base::SecretText(choice.value)) !=
                               chosen.end();
                           const std::string words = words_of(choice);
                           if (frame.button("choice_" + choice.value, place, words,
                                            {.icon = is_chosen ? "check" : std::string_view(),
                                             .selected = is_chosen,
                                             .align = ui::Align::left})) {
                               view.emit(flow::staff::ValueTapped{.value = choice.value});
                           }
                       }});
}

} // namespace

void correcting(ui::Frame& frame, const View& view) {
    frame.screen("correcting");
    const auto& review = view.session.review;
    const auto* answer =
        review ? flow::staff::find_answer(*review, view.session.draft.question) : nullptr;
    if (answer == nullptr) return;
    const ui::Rect box = draw_step_frame(frame, view, std::string(tr("Put an answer right")),
                                         review->ticket + " · " + answer->question);
    const float half = (box.w - 4 * gap_mm) / 2;
    const auto notes = notes_of(view.session);
    const bool is_typed = answer->kind == flow::staff::AnswerKind::date ||
                          answer->kind == flow::staff::AnswerKind::number;
    const auto& draft = view.session.draft;
    ui::Column column(half, gap_mm);
    add_words(frame, column, std::string(answer->text.in(ui::current_language())),
              {.weight = ui::Weight::bold, .role = ui::Role::heading});
    add_words(frame, column,
              say(tr("First answer: {}"),
                  answer_words(*answer, flow::staff::first_answer(*review, *answer))),
              {.ink = ui::Ink::secondary});
    if (answer->kind == flow::staff::AnswerKind::date) {
        add_figure(frame, column, drafted_date(draft.figure));
    } else if (is_typed) {
        add_figure(frame, column, draft.figure.empty() ? "—" : draft.figure.str());
    }
    add_notes(frame, notes, column);
    const auto values = flow::staff::drafted(draft, *answer);
    const bool is_open = values && values->empty();
    const std::string_view why_not = values     ? std::string_view()
                                     : is_typed ? tr("Type the whole of it")
                                                : tr("Choose an answer");
    add_keep(frame, view, column, is_open ? tr("Leave it open") : tr("Keep this answer"), why_not);
    column.draw({box.x, box.y, half, box.h});
    const ui::Rect right{box.right() - half, box.y, half, box.h};
    if (is_typed) {
        draw_pad(frame, view, right,
                 answer->kind == flow::staff::AnswerKind::date ? Point::left_out : Point::offered);
    } else {
        draw_choices(frame, view, *answer, right);
    }
}

void measuring(ui::Frame& frame, const View& view) {
    frame.screen("measuring");
    const auto& draft = view.session.draft;
    const std::string ticket = view.session.review ? view.session.review->ticket : std::string();
    const ui::Rect box = draw_step_frame(frame, view, measure_name(draft.measure), ticket);
    const float half = (box.w - 4 * gap_mm) / 2;
    const auto notes = notes_of(view.session);
    ui::Column column(half, gap_mm);
    add_figure(
        frame, column,
        (draft.figure.empty() ? "—" : draft.figure.str()) + " " + measure_unit(draft.measure));
    add_notes(frame, notes, column);
    const bool is_figure = flow::staff::figure_of(draft.figure).has_value();
    add_keep(frame, view, column, tr("Keep this value"),
             is_figure ? std::string_view() : tr("Type the value"));
    column.draw({box.x, box.y, half, box.h});
    draw_pad(frame, view, {box.right() - half, box.y, half, box.h}, Point::offered);
}

} // namespace rexue::screens::staff
