// One visit: why it needs a look, what was measured, all answers, and what staff have done.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "kiosk/screens/staff/chrome.h"
#include "kiosk/screens/staff/review_row.h"
#include "kiosk/screens/staff/review_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/banner.h"
#include "kiosk/ui/widgets/list.h"

namespace rexue::screens::staff {

using flow::staff::Measure;
using flow::staff::Review;
using flow::staff::Role;
using ui::tr;

namespace {

constexpr float values_width_mm = 190;
constexpr size_t most_reasons = 8;
constexpr size_t least_reasons = 1;
constexpr float between_mm = 3;
constexpr size_t most_steps = 2;

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
    return figure(known->value) + " " + measure_unit(measure);
}

// The figure stands beside it; the book's rule says which limit.
std::string limit_words(const flow::staff::LimitNotMet& limit) {
    // The station has set it itself: there is nothing to confirm.
    if (limit.volume_ml) return say(tr("limit {0}: not for {1} mL"), limit.rule, *limit.volume_ml);
    return say(limit.is_verified ? tr("outside the limit {}")
                                 : tr("outside the limit {}, to be confirmed by the station"),
               limit.rule);
}

// What is outside a limit goes first, the others as they are measured.
std::vector<Measure> in_order(const Review& review) {
    std::vector<Measure> order(measures.begin(), measures.end());
    std::ranges::stable_partition(
        order, [&](Measure measure) { return limit_of(review, measure) != nullptr; });
    return order;
}

std::vector<ReviewRow> value_rows(const View& view, const Review& review) {
    std::vector<ReviewRow> rows;
    for (const Measure measure : in_order(review)) {
        const auto* limit = limit_of(review, measure);
        rows.push_back(
            {.id = boost::describe::enum_to_string(measure, ""),
             .words = measure_name(measure),
             .value = value_words(review, measure),
             .is_open = std::ranges::find(review.measured, measure,
                                          &flow::staff::Measured::measure) == review.measured.end(),
             .note = limit == nullptr ? std::string() : limit_words(*limit),
             .needs_look = limit != nullptr,
             .can_press = view.session.role != Role::other});
    }
    return rows;
}

std::vector<ReviewRow> answer_rows(const View& view, const Review& review) {
    const bool may = view.session.role == Role::physician && !view.session.taking_step;
    std::vector<ReviewRow> rows;
    for (const flow::staff::Answer& answer : review.answers) {
        const auto& first = flow::staff::first_answer(review, answer);
        ReviewRow row{.id = answer.question,
                      .words = std::string(answer.text.in(ui::current_language())),
                      .value = answer_words(answer, answer.values),
                      .is_open = answer.values.empty(),
                      .needs_look = answer.needs_look,
                      .can_press = may && answer.kind != flow::staff::AnswerKind::text};
        if (first != answer.values) {
            row.note = say(tr("First answer: {}"), answer_words(answer, first));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void draw_values(ui::Frame& frame, const View& view, const Review& review, const ui::Rect& box) {
    const auto rows = value_rows(view, review);
    const auto order = in_order(review);
    ui::widgets::list(frame, "values", box,
                      {.count = static_cast<int>(rows.size()),
                       .row_mm = review_row_height(frame, rows, box.w),
                       .row = [&](int index, const ui::Rect& place) {
                           const auto at = static_cast<size_t>(index);
                           if (draw_review_row(frame, rows[at], place)) {
                               view.emit(flow::staff::MeasureTapped{.measure = order[at]});
                           }
                       }});
}

void draw_answers(ui::Frame& frame, const View& view, const Review& review, const ui::Rect& box) {
    const auto rows = answer_rows(view, review);
    ui::widgets::list(frame, "answers", box,
                      {.count = static_cast<int>(rows.size()),
                       .row_mm = review_row_height(frame, rows, box.w),
                       .empty = tr("There are no answers"),
                       .row = [&](int index, const ui::Rect& place) {
                           const ReviewRow& row = rows[static_cast<size_t>(index)];
                           if (draw_review_row(frame, row, place)) {
                               view.emit(flow::staff::CorrectTapped{.question = row.id});
                           }
                       }});
}

// Why it needs a look, or that nobody has to look any more.
// `words` are its words, and of the reasons the first `most`.
ui::widgets::Banner standing_of(const Review& review, size_t most, std::string& words) {
    words.clear();
    using flow::staff::Standing;
    for (size_t i = 0; i < std::min(most, review.reasons.size()); ++i) {
        const flow::staff::Reason& reason = review.reasons[i];
        const std::string note = reason_note(reason);
        words += (words.empty() ? "" : "\n") + reason_words(reason, Seen::in_the_review);
        if (!note.empty()) words += " — " + note;
    }
    if (review.reasons.size() > most) {
        words += say(tr(" (and {} more)"), review.reasons.size() - most);
    }
    switch (review.standing) {
        case Standing::decided:
            words = tr("A physician has decided");
            return {.tone = ui::widgets::Tone::done, .words = words};
        case Standing::clear:
            if (words.empty()) words = tr("The rules have nothing against it");
            return {.tone = ui::widgets::Tone::done, .words = words};
        case Standing::needs_look:
            if (words.empty()) {
                words = review.limits_not_met.empty() ? tr("Please look at this visit")
                                                      : tr("A measured value is outside a limit");
            }
            return {.tone = ui::widgets::Tone::attention, .words = words};
    }
    return {};
}

void add_steps(ui::Frame& frame, const Review& review, ui::Column& column) {
    constexpr ui::TextLook look{.ink = ui::Ink::secondary};
    const size_t first = review.steps.size() - std::min(most_steps, review.steps.size());
    for (size_t i = review.steps.size(); i > first; --i) {
        const std::string words = step_words(review, review.steps[i - 1]);
        column.add_optional(frame.measure(words, column.width(), look).h,
                            [&frame, words, look](const ui::Rect& at) {
                                frame.text({at.x, at.y, at.w, at.h + 0.1F}, words, look);
                            });
    }
}

// Answers and values side by side.
struct Halves {
    float answers_mm = 0;
    float values_mm = 0;
};

Halves halves_of(float width_mm) {
    const float values = std::min(values_width_mm, width_mm * 0.42F);
    return {.answers_mm = width_mm - values - gap_mm, .values_mm = values};
}

// A row of each, and the buttons that turn them.
float least_lists_height(ui::Frame& frame, const View& view, const Review& review,
                         const Halves& halves) {
    const float answer = review_row_height(frame, answer_rows(view, review), halves.answers_mm);
    const float value = review_row_height(frame, value_rows(view, review), halves.values_mm);
    return std::max(answer, value) + frame.metrics().gap_mm + frame.metrics().target_mm;
}

void draw_visit(ui::Frame& frame, const View& view, const Review& shown, const ui::Rect& box) {
    const auto notes = notes_of(view.session);
    ui::Column column(box.w, between_mm);
    const std::string person = person_of(shown);
    constexpr ui::TextLook person_look{.weight = ui::Weight::bold, .role = ui::Role::heading};
    column.add(frame.measure(person, box.w, person_look).h, [&](const ui::Rect& at) {
        frame.text({at.x, at.y, at.w, at.h + 0.1F}, person, person_look);
    });
    add_notes(frame, notes, column);
    // All reasons, as far as they leave room for answers and values.
    const Halves halves = halves_of(box.w);
    const float lists = least_lists_height(frame, view, shown, halves);
    const float room = box.h - column.least_height() - 2 * between_mm - lists;
    std::string why;
    size_t most = most_reasons;
    ui::widgets::Banner standing = standing_of(shown, most, why);
    while (most > least_reasons && ui::widgets::banner_height(frame, box.w, standing) > room)
        standing = standing_of(shown, --most, why);
    column.add(ui::widgets::banner_height(frame, box.w, standing),
               [&](const ui::Rect& at) { ui::widgets::banner(frame, at, standing); });
    add_steps(frame, shown, column);
    column.add_growing(lists, 1000, [&](const ui::Rect& at) {
        draw_answers(frame, view, shown, {at.x, at.y, halves.answers_mm, at.h});
        draw_values(frame, view, shown,
                    {at.right() - halves.values_mm, at.y, halves.values_mm, at.h});
    });
    column.draw(box);
}

} // namespace

void review(ui::Frame& frame, const View& view) {
    frame.screen("review");
    if (!view.session.review) return;
    const Review& shown = *view.session.review;
    std::vector<FootButton> buttons{
        {.id = "back", .label = tr("Back"), .icon = "back", .event = flow::staff::BackTapped{}}};
    if (!shown.gifts.empty()) {
        const bool all_given = std::ranges::all_of(shown.gifts, &flow::staff::Gift::is_given);
        buttons.push_back({.id = "gifts",
                           .label = all_given ? tr("Keepsake: given") : tr("Keepsake"),
                           .icon = all_given ? "check" : "medal",
                           .event = flow::staff::GiftsTapped{}});
    }
    if (view.session.role == Role::physician && shown.special_match) {
        buttons.push_back({.id = "match",
                           .label = shown.special_match->is_approved ? tr("Special match: approved")
                                                                     : tr("Special match"),
                           .icon = shown.special_match->is_approved ? "check" : "heart",
                           .event = flow::staff::MatchTapped{}});
    }
    if (view.session.role == Role::physician) {
        buttons.push_back({.id = "decide",
                           .label = tr("Decide and sign"),
                           .icon = "edit",
                           .event = flow::staff::DecideTapped{},
                           .kind = ui::ButtonKind::primary});
    }
    draw_visit(frame, view, shown,
               draw_frame(frame, view, shown.ticket, view.session.staff_name, std::move(buttons),
                          edge_mm));
}

} // namespace rexue::screens::staff
