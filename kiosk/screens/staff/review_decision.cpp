// What a physician signs: a decision on each type, and a special match.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "kiosk/screens/fit.h"
#include "kiosk/screens/staff/chrome.h"
#include "kiosk/screens/staff/review_parts.h"
#include "kiosk/screens/staff/review_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/banner.h"

namespace rexue::screens::staff {

using flow::staff::DecisionKind;
using flow::staff::TypeDecision;
using ui::tr;

namespace {

constexpr std::array kinds{DecisionKind::may_give, DecisionKind::deferred,
                           DecisionKind::permanently, DecisionKind::passed_on};

enum class Rules { told, left_out }; // what they say of each type

bool may_choose(const View& view, flow::staff::Type type, DecisionKind kind) {
    return !view.session.review || flow::staff::may_choose(*view.session.review, type, kind);
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
        const bool may = may_choose(view, one.type, kinds[i]);
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
        const std::string words = say(step > 0 ? tr("+{} d") : tr("-{} d"), std::abs(step));
        if (frame.button(prefix + "d" + std::to_string(i), days.cell(below, row_mm, i + 1),
                         words)) {
            view.emit(flow::staff::UntilTapped{.type = one.type, .days = step});
        }
    }
}

void add_types(ui::Frame& frame, const View& view, ui::Column& column, Rules rules) {
    const float row = std::max(20.0F, frame.measure_button("献").h);
    for (const TypeDecision& one : view.session.draft.decision) {
        std::string heading = type_words(one.type);
        // Why nobody may choose it is never left out.
        const bool is_barred = !may_choose(view, one.type, DecisionKind::may_give);
        if (view.session.review && (rules == Rules::told || is_barred)) {
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
        draw_step_frame(frame, view, ticket + " · " + std::string(tr("What may they give?")),
                        say(tr("You sign as {}"), view.session.staff_name));
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

void matching(ui::Frame& frame, const View& view) {
    frame.screen("matching");
    const auto& review = view.session.review;
    if (!review || !review->special_match) return;
    const auto& match = *review->special_match;
    const ui::Rect box =
        draw_step_frame(frame, view, review->ticket + " · " + std::string(tr("Special match")),
                        say(tr("You sign as {}"), view.session.staff_name));
    const auto notes = notes_of(view.session);
    ui::Column column(box.w, 2 * gap_mm);
    add_notes(frame, notes, column);
    add_words(frame, column, say("{0} · {1}", match.rule, match.words.in(ui::current_language())),
              {.weight = ui::Weight::bold, .role = ui::Role::heading});
    add_words(frame, column,
              std::string(match.is_approved
                              ? tr("The special match is approved, for this visit alone.")
                              : tr("Approve it when you know the patient whom it is for. It is "
                                   "for this visit alone.")),
              {.ink = ui::Ink::secondary});
    const std::string_view label =
        match.is_approved ? tr("Take the approval back") : tr("Approve the special match");
    ui::ButtonLook look{
        .kind = ui::ButtonKind::primary,
        .icon = match.is_approved ? "back" : "check",
        .enabled = !view.session.taking_step,
        .detail = view.session.taking_step ? tr("One moment, please") : std::string_view()};
    fit_label(frame, label, box.w, look);
    column.add(std::max(30.0F, frame.measure_button(label, look).h),
               [&frame, &view, label, look](const ui::Rect& at) {
                   if (frame.button("sign_match", at, label, look)) {
                       view.emit(flow::staff::SignMatchTapped{});
                   }
               });
    column.draw(box);
}

} // namespace rexue::screens::staff
