#include "kiosk/screens/staff/review_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "kiosk/screens/words.h"

namespace rexue::screens::staff {

using flow::staff::DecisionKind;
using flow::staff::Measure;
using ui::tr;

namespace {

struct DoubtWords {
    std::string_view code;
    const char* words;
};

constexpr std::array doubts{
    DoubtWords{"no_answers", tr_later("The health questions are not all answered")},
    DoubtWords{"unknown_book", tr_later("The server does not have this rulebook")},
    DoubtWords{"book_not_in_force", tr_later("The terminal used a rulebook of another day")},
    DoubtWords{"unknown_form", tr_later("The server does not have this questionnaire")},
    DoubtWords{"unreadable_answers", tr_later("The answers cannot be read")},
    DoubtWords{"unreadable_record", tr_later("The record cannot be opened: please ask the donor")},
    DoubtWords{"missing_facts", tr_later("Date of birth or sex is missing")},
    DoubtWords{"typed_number", tr_later("The number was typed: please look at the document")},
    DoubtWords{"contradiction", tr_later("The facts contradict each other")},
    DoubtWords{"terminal_differs", tr_later("Terminal and server do not say the same")},
    DoubtWords{"for_physician", tr_later("A physician looks at this one")},
};

// What only a physician can judge or may know. The same words for all of it: were they kept for
// what is private, they would tell it to whoever stands before the open list.
bool is_for_physician(const flow::staff::Reason& reason) {
    if (reason.is_doubt) return reason.code == "for_physician" || reason.code == "missing_facts";
    return reason.is_private || !reason.defers;
}

} // namespace

std::string reason_words(const flow::staff::Reason& reason, Seen seen) {
    if (seen == Seen::in_a_list && is_for_physician(reason)) {
        return std::string(tr("A physician looks at this one"));
    }
    if (!reason.is_doubt) {
        return say("{0} · {1}", reason.code, reason.words.in(ui::current_language()));
    }
    for (const DoubtWords& one : doubts) {
        if (one.code == reason.code) return std::string(tr(one.words));
    }
    return std::string(tr("Please look at this visit"));
}

std::string reason_note(const flow::staff::Reason& reason) {
    std::string note;
    if (reason.until) note = say(tr("free from {}"), base::format_date(*reason.until));
    if (!reason.is_verified) {
        note += note.empty() ? "" : " · ";
        note += tr("to be confirmed by the station");
    }
    return note;
}

std::string measure_name(Measure measure) {
    switch (measure) {
        case Measure::weight_kg:
            return std::string(tr("Weight"));
        case Measure::systolic_mmhg:
            return std::string(tr("Systolic pressure"));
        case Measure::diastolic_mmhg:
            return std::string(tr("Diastolic pressure"));
        case Measure::pulse_per_min:
            return std::string(tr("Pulse"));
        case Measure::temperature_c:
            return std::string(tr("Temperature"));
        case Measure::haemoglobin_g_per_l:
            return std::string(tr("Haemoglobin"));
        case Measure::haematocrit:
            return std::string(tr("Haematocrit"));
        case Measure::platelets_e9_per_l:
            return std::string(tr("Platelet count"));
        case Measure::alt_u_per_l:
            return std::string(tr("ALT"));
    }
    std::unreachable();
}

std::string measure_unit(Measure measure) {
    switch (measure) {
        case Measure::weight_kg:
            return "kg";
        case Measure::systolic_mmhg:
        case Measure::diastolic_mmhg:
            return "mmHg";
        case Measure::pulse_per_min:
            return std::string(tr("/min"));
        case Measure::temperature_c:
            return "℃";
        case Measure::haemoglobin_g_per_l:
            return "g/L";
        case Measure::haematocrit:
            return {};
        case Measure::platelets_e9_per_l:
            return "×10⁹/L";
        case Measure::alt_u_per_l:
            return "U/L";
    }
    std::unreachable();
}

std::string figure(double value) {
    return fmt::format("{}", value);
}

std::string answer_words(const flow::staff::Answer& answer,
                         const std::vector<base::SecretText>& values) {
    if (values.empty()) return std::string(tr("not answered"));
    std::string words;
    for (const base::SecretText& value : values) {
        if (!words.empty()) words += tr(", ");
        const auto choice =
            std::ranges::find(answer.choices, value.str(), &flow::staff::Choice::value);
        if (answer.kind == flow::staff::AnswerKind::yes_no) {
            words += value.str() == "true" ? tr("Yes") : tr("No");
        } else if (choice != answer.choices.end()) {
            words += choice->words.in(ui::current_language());
        } else {
            words += value.str();
        }
    }
    return words;
}

std::string kind_words(DecisionKind kind) {
    switch (kind) {
        case DecisionKind::may_give:
            return std::string(tr("May give"));
        case DecisionKind::deferred:
            return std::string(tr("Later, from a day"));
        case DecisionKind::permanently:
            return std::string(tr("Not any more"));
        case DecisionKind::passed_on:
            return std::string(tr("Pass on"));
    }
    std::unreachable();
}

std::string type_words(flow::staff::Type type) {
    return std::string(type == flow::staff::Type::whole_blood ? tr("Whole blood")
                                                              : tr("Platelets"));
}

std::string rules_words(const flow::staff::Review& review, flow::staff::Type type) {
    const auto bars = [&](const auto& one) {
        return type == flow::staff::Type::whole_blood ? one.bars_whole_blood : one.bars_platelets;
    };
    const size_t at = type == flow::staff::Type::whole_blood ? 0 : 1;
    std::string codes;
    for (const flow::staff::Reason& reason : review.reasons) {
        if (!bars(reason)) continue;
        if (reason.defers) {
            const auto day = at < review.earliest.size() ? review.earliest[at] : std::nullopt;
            return day ? say(tr("The rules say: from {}"), base::format_date(*day))
                       : std::string(tr("The rules defer it, without a day"));
        }
        if (!codes.empty()) codes += tr(", ");
        codes += reason.is_doubt ? reason_words(reason, Seen::in_the_review) : reason.code;
    }
    for (const flow::staff::LimitNotMet& limit : review.limits_not_met) {
        if (!bars(limit)) continue;
        if (limit.defers) return say(tr("Limit {} is not met: please measure again"), limit.rule);
        if (!codes.empty()) codes += tr(", ");
        codes += limit.rule;
    }
    if (codes.empty()) return std::string(tr("The rules have nothing against it"));
    return say(tr("For you to decide: {}"), codes);
}

std::string step_words(const flow::staff::Review& review, const flow::staff::StepTaken& step) {
    std::string what;
    if (!step.corrected.empty()) {
        const auto* answer = flow::staff::find_answer(review, step.corrected);
        const flow::staff::Answer unknown{.question = step.corrected, .text = {}};
        const auto& of = answer == nullptr ? unknown : *answer;
        what = say(tr("put right {0}: {1}, now {2}"), step.corrected, answer_words(of, step.before),
                   answer_words(of, step.after));
    }
    if (step.match) {
        what = step.match == flow::staff::MatchStep::approve
                   ? tr("approved a special match")
                   : tr("took the approval of a special match back");
    }
    for (const auto& one : step.measured) {
        if (!what.empty()) what += tr(", ");
        what +=
            measure_name(one.measure) + " " + figure(one.value) + " " + measure_unit(one.measure);
    }
    for (const auto& one : step.decision) {
        if (!what.empty()) what += tr(", ");
        what += one.until ? say(tr("{0}: free from {1}"), type_words(one.type),
                                base::format_date(*one.until))
                          : say(tr("{0}: {1}"), type_words(one.type),
                                one.kind ? kind_words(*one.kind) : std::string());
    }
    return say("{0} {1} · {2}", step.staff, step.name, what);
}

std::string drafted_date(const base::SecretText& figure) {
    std::string text = figure.str();
    text.resize(flow::staff::date_digits, '_');
    return text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6);
}

} // namespace rexue::screens::staff
