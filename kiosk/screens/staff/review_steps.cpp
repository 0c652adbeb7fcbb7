// An answer put right, a value by the number pad, and the decision by type.
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
#include "kiosk/ui/widgets/list.h"

namespace rexue::screens::staff {

using flow::staff::DecisionKind;
using flow::staff::TypeDecision;
using ui::tr;

namespace {

constexpr std::array keys{"1", "2", "3", "4", "5", "6", "7", "8", "9", "point", "0", "erase"};
constexpr std::array kinds{DecisionKind::may_give, DecisionKind::deferred,
                           DecisionKind::permanently, DecisionKind::passed_on};

// Of every step; the way back loses it.
ui::Rect draw_step_frame(ui::Frame& frame, const View& view, const std::string& title,
                         const std::string& subtitle) {
    return draw_frame(
        frame, view, title, subtitle,
        {{.id = "back", .label = tr("Back"), .icon = "back", .event = flow::staff::BackTapped{}}},
        4 * edge_mm);
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

enum class Point { offered, left_out };

void draw_pad(ui::Frame& frame, const View& view, const ui::Rect& box, Point point) {
    const Grid grid{.count = keys.size(), .columns = 3, .gap_mm = gap_mm};
    const float cell = std::min(40.0F, (box.h - 3 * gap_mm) / 4);
    for (size_t i = 0; i < keys.size(); ++i) {
        if (keys.at(i) == std::string_view("point") && point == Point::left_out) continue;
        draw_key(frame, view, keys.at(i), grid.cell(box, cell, i));
    }
}

void add_words(ui::Frame& frame, ui::Column& column, const std::string& words,
               const ui::TextLook& look) {
    column.add(frame.measure(words, column.width(), look).h,
               [&frame, words, look](const ui::Rect& at) {
                   frame.text({at.x, at.y, at.w, at.h + 0.1F}, words, look);
               });
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

// The server does not take it either: the answer or the value is put right first.
bool is_deferred_by_a_rule(const View& view, flow::staff::Type type) {
    if (!view.session.review) return false;
    return std::ranges::any_of(view.session.review->reasons, [&](const auto& reason) {
        return reason.defers && (type == flow::staff::Type::whole_blood ? reason.bars_whole_blood
                                                                        : reason.bars_platelets);
    });
}

// In as many rows as their words need.
Grid kinds_grid(ui::Frame& frame, float width_mm) {
    std::vector<std::string> words;
    for (const DecisionKind kind : kinds)
        words.push_back(kind_words(kind));
    const std::vector<std::string_view> labels(words.begin(), words.end());
    return grid_that_fits(frame, labels, {.icon = "check"}, width_mm);
}

float kinds_height(ui::Frame& frame, const TypeDecision& one, float width_mm, float row_mm) {
    const float height = kinds_grid(frame, width_mm).height(row_mm);
    return one.until ? height + gap_mm + row_mm : height;
}

void draw_kinds(ui::Frame& frame, const View& view, const TypeDecision& one, const ui::Rect& box,
                float row_mm) {
    const std::string prefix = one.type == flow::staff::Type::whole_blood ? "blood_" : "platelets_";
    const Grid grid = kinds_grid(frame, box.w);
    for (size_t i = 0; i < kinds.size(); ++i) {
        const bool is_chosen = one.kind == kinds[i];
        const ui::Rect cell = grid.cell(box, row_mm, i);
        const std::string words = kind_words(kinds[i]);
        const std::string id = prefix + std::to_string(i);
        const bool may =
            kinds[i] != DecisionKind::may_give || !is_deferred_by_a_rule(view, one.type);
        ui::ButtonLook look{.icon = is_chosen ? "check" : std::string_view(),
                            .enabled = may,
                            .selected = is_chosen,
                            .value = id}; // both types have the same words
        if (!may) look.icon = "lock";
        fit_label(frame, words, cell.w, look);
        if (frame.button(id, cell, words, look)) {
            view.emit(flow::staff::KindTapped{.type = one.type, .kind = kinds[i]});
        }
    }
    if (!one.until) return;
    constexpr std::array steps{-7, -1, 1, 7, 30, 180};
    const Grid days{.count = steps.size() + 1, .columns = steps.size() + 1, .gap_mm = gap_mm};
    const ui::Rect below{box.x, box.y + grid.height(row_mm) + gap_mm, box.w, row_mm};
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

namespace {

enum class Rules { told, left_out }; // what they say of each type

void add_types(ui::Frame& frame, const View& view, ui::Column& column, Rules rules) {
    const float row = std::max(20.0F, frame.measure_button("献").h);
    for (const TypeDecision& one : view.session.draft.decision) {
        std::string heading = type_words(one.type);
        if (view.session.review && rules == Rules::told) {
            heading += " · " + rules_words(*view.session.review, one.type);
        }
        add_words(frame, column, heading, {.weight = ui::Weight::bold, .role = ui::Role::heading});
        column.add(kinds_height(frame, one, column.width(), row),
                   [&frame, &view, &one, row](const ui::Rect& at) {
                       draw_kinds(frame, view, one, at, row);
                   });
    }
}

void add_sign(ui::Frame& frame, const View& view, ui::Column& column) {
    const bool may =
        flow::staff::is_whole(view.session.draft.decision) && !view.session.taking_step;
    const std::string_view why = view.session.taking_step ? tr("One moment, please")
                                 : may                    ? std::string_view()
                                                          : tr("Decide on both types first");
    const ui::ButtonLook look{
        .kind = ui::ButtonKind::primary, .icon = "check", .enabled = may, .detail = why};
    column.add(std::max(24.0F, frame.measure_button(tr("Sign this decision"), look).h),
               [&frame, &view, look](const ui::Rect& at) {
                   if (frame.button("sign", at, tr("Sign this decision"), look)) {
                       view.emit(flow::staff::SignDecisionTapped{});
                   }
               });
}

} // namespace

void deciding(ui::Frame& frame, const View& view) {
    frame.screen("deciding");
    const std::string ticket = view.session.review ? view.session.review->ticket : std::string();
    const ui::Rect box =
        draw_step_frame(frame, view, ticket, say(tr("You sign as {}"), view.session.staff_name));
    const auto notes = notes_of(view.session);
    const auto draw_with = [&](Rules rules) {
        ui::Column column(box.w, gap_mm);
        add_notes(frame, notes, column);
        add_types(frame, view, column, rules);
        add_sign(frame, view, column);
        if (rules == Rules::told && column.least_height() > box.h) return false;
        column.draw(box);
        return true;
    };
    if (!draw_with(Rules::told)) draw_with(Rules::left_out);
}

} // namespace rexue::screens::staff
