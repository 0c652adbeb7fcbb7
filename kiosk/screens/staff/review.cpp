// One visit: why it needs a look, what was measured, all answers, and what staff have done.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "kiosk/screens/staff/chrome.h"
#include "kiosk/screens/staff/review_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/list.h"

namespace rexue::screens::staff {

using flow::staff::Measure;
using flow::staff::Review;
using flow::staff::Role;
using ui::tr;

namespace {

constexpr float values_width_mm = 190;
constexpr size_t most_reasons = 4;
constexpr size_t most_steps = 3;

constexpr std::array measures{
    Measure::weight_kg,     Measure::systolic_mmhg,      Measure::diastolic_mmhg,
    Measure::pulse_per_min, Measure::temperature_c,      Measure::haemoglobin_g_per_l,
    Measure::haematocrit,   Measure::platelets_e9_per_l, Measure::alt_u_per_l,
};

std::string person_of(const Review& review) {
    std::string text =
        review.masked_name.empty() ? std::string(tr("Name: please ask")) : review.masked_name.str();
    if (review.sex == "male") text += " · " + std::string(tr("male"));
    if (review.sex == "female") text += " · " + std::string(tr("female"));
    if (review.age_years) text += " · " + say(tr("{} years old"), *review.age_years);
    return text;
}

const flow::staff::LimitNotMet* limit_of(const Review& review, Measure measure) {
    const std::string_view word = boost::describe::enum_to_string(measure, "");
    const bool is_pressure =
        measure == Measure::systolic_mmhg || measure == Measure::diastolic_mmhg;
    const auto found = std::ranges::find_if(review.limits_not_met, [&](const auto& limit) {
        return limit.measure == word || (is_pressure && limit.measure == "pulse_pressure_mmhg");
    });
    return found == review.limits_not_met.end() ? nullptr : &*found;
}

std::string value_words(const Review& review, Measure measure) {
    const auto known = std::ranges::find(review.measured, measure, &flow::staff::Measured::measure);
    if (known == review.measured.end()) return std::string(tr("not measured"));
    const std::string value = figure(known->value) + " " + measure_unit(measure);
    const auto* limit = limit_of(review, measure);
    if (limit == nullptr) return value;
    if (limit->is_verified) return say(tr("{0} · outside the limit {1}"), value, limit->rule);
    return say(tr("{0} · outside the limit {1}, to be confirmed by the station"), value,
               limit->rule);
}

void draw_values(ui::Frame& frame, const View& view, const Review& review, const ui::Rect& box) {
    const float row = std::max(20.0F, frame.measure_button("献", {.detail = "献"}).h);
    ui::widgets::list(
        frame, "values", box,
        {.count = static_cast<int>(measures.size()),
         .row_mm = row + 2,
         .row = [&](int index, const ui::Rect& place) {
             const Measure measure = measures.at(static_cast<size_t>(index));
             const bool is_outside = limit_of(review, measure) != nullptr;
             const std::string value = value_words(review, measure);
             if (frame.button(
                     boost::describe::enum_to_string(measure, ""),
                     {place.x, place.y, place.w, place.h - 2}, measure_name(measure),
                     {.kind = is_outside ? ui::ButtonKind::primary : ui::ButtonKind::secondary,
                      .icon = is_outside ? "warning" : "edit",
                      .enabled = view.session.role != Role::other,
                      .detail = value,
                      .align = ui::Align::left})) {
                 view.emit(flow::staff::MeasureTapped{.measure = measure});
             }
         }});
}

void draw_answers(ui::Frame& frame, const View& view, const Review& review, const ui::Rect& box) {
    // A question may take two lines.
    const float row = std::max(
        28.0F, frame.measure_button("献", {.detail = "献"}).h + frame.metrics().small_mm * 2);
    ui::widgets::list(
        frame, "answers", box,
        {.count = static_cast<int>(review.answers.size()),
         .row_mm = row + 2,
         .empty = tr("There are no answers"),
         .row = [&](int index, const ui::Rect& place) {
             const auto& answer = review.answers[static_cast<size_t>(index)];
             const std::string value = answer_words(answer);
             const bool may = answer.is_yes_no && !answer.value.empty() &&
                              view.session.role == Role::physician && !view.session.taking_step;
             if (frame.button(answer.question, {place.x, place.y, place.w, place.h - 2}, value,
                              {.icon = answer.needs_look ? "warning" : "check",
                               .enabled = may,
                               .detail = answer.text.in(frame.language()),
                               .align = ui::Align::left})) {
                 view.emit(flow::staff::CorrectTapped{
                     .question = answer.question,
                     .value = answer.value.str() == "true" ? "false" : "true"});
             }
         }});
}

void add_line(ui::Frame& frame, ui::Column& column, const std::string& words, ui::TextLook look) {
    column.add_optional(frame.measure(words, column.width(), look).h,
                        [&frame, words, look](const ui::Rect& at) {
                            frame.text({at.x, at.y, at.w, at.h + 1}, words, look);
                        });
}

void add_reasons(ui::Frame& frame, const Review& review, ui::Column& column) {
    for (size_t i = 0; i < std::min(most_reasons, review.reasons.size()); ++i) {
        std::string words = reason_words(review.reasons[i]);
        const std::string note = reason_note(review.reasons[i]);
        if (!note.empty()) words += " — " + note;
        add_line(frame, column, words, {.ink = ui::Ink::attention});
    }
    const size_t first = review.steps.size() - std::min(most_steps, review.steps.size());
    for (size_t i = first; i < review.steps.size(); ++i)
        add_line(frame, column, step_words(review.steps[i]), {.ink = ui::Ink::secondary});
}

} // namespace

void review(ui::Frame& frame, const View& view) {
    frame.screen("review");
    if (!view.session.review) return;
    const Review& shown = *view.session.review;
    const float head = draw_head(frame, view, shown.ticket, person_of(shown));
    const ui::Rect area = frame.area();
    std::vector<FootButton> buttons{
        {.id = "back", .label = tr("Back"), .icon = "back", .event = flow::staff::BackTapped{}}};
    if (view.session.role == Role::physician) {
        buttons.push_back({.id = "decide",
                           .label = tr("Decide"),
                           .icon = "edit",
                           .event = flow::staff::DecideTapped{}});
    }
    const auto foot = with_look_buttons(std::move(buttons), view.session);
    const ui::Rect box{edge_mm, head + gap_mm, area.w - 2 * edge_mm,
                       area.h - head - 2 * gap_mm - 2};
    const float foot_mm = foot_height(frame, foot, box.w);
    draw_foot(frame, view, foot, {box.x, box.bottom() - foot_mm, box.w, foot_mm});
    const auto notes = notes_of(view.session);
    ui::Column column(box.w, 3);
    add_notes(frame, notes, column);
    add_reasons(frame, shown, column);
    column.add_growing(60, 1000, [&](const ui::Rect& at) {
        const float values = std::min(values_width_mm, at.w * 0.42F);
        draw_answers(frame, view, shown, {at.x, at.y, at.w - values - gap_mm, at.h});
        draw_values(frame, view, shown, {at.right() - values, at.y, values, at.h});
    });
    column.draw({box.x, box.y, box.w, box.h - foot_mm - gap_mm});
}

} // namespace rexue::screens::staff
