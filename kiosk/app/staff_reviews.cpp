#include "kiosk/app/staff_reviews.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "platform/json/codec.h"

namespace rexue::app {

namespace {

namespace staff = flow::staff;

// Both lists have the same words. Compared as string_view: of the library's strcmp the compiler
// warns wherever it sees both words.
template <typename To, typename From>
To same_word(From from) {
    const std::string_view word = boost::describe::enum_to_string(from, "");
    std::optional<To> to;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<To>>([&](auto one) {
        if (word == one.name) to = one.value;
    });
    REXUE_ASSERT(to.has_value());
    return *to;
}

staff::BothLanguages words_of(const wire::BothLanguages& words) {
    return {.zh_CN = words.zh_CN, .en = words.en};
}

staff::Standing standing_of(wire::ReviewStatus status) {
    switch (status) {
        case wire::ReviewStatus::clear:
            return staff::Standing::clear;
        case wire::ReviewStatus::needs_look:
            return staff::Standing::needs_look;
        case wire::ReviewStatus::decided:
            return staff::Standing::decided;
    }
    std::unreachable();
}

bool bars(const std::vector<wire::DonationType>& types, wire::DonationType type) {
    return std::ranges::find(types, type) != types.end();
}

std::vector<staff::Reason> reasons_of(const std::vector<wire::ReviewReason>& reasons) {
    std::vector<staff::Reason> result;
    for (const wire::ReviewReason& one : reasons) {
        result.push_back({.code = one.code,
                          .is_doubt = one.kind == wire::ReasonKind::doubt,
                          .words = words_of(one.words),
                          .until = one.until,
                          .defers = one.defers,
                          .is_verified = one.is_verified,
                          .is_private = one.is_private,
                          .bars_whole_blood = bars(one.types, wire::DonationType::whole_blood),
                          .bars_platelets = bars(one.types, wire::DonationType::platelets)});
    }
    return result;
}

std::vector<base::SecretText> secrets_of(const std::vector<std::string>& values) {
    return {values.begin(), values.end()};
}

staff::AnswerKind kind_of(wire::AnswerKind kind) {
    switch (kind) {
        case wire::AnswerKind::yes_no:
            return staff::AnswerKind::yes_no;
        case wire::AnswerKind::choice:
            return staff::AnswerKind::choice;
        case wire::AnswerKind::date:
            return staff::AnswerKind::date;
        case wire::AnswerKind::number:
            return staff::AnswerKind::number;
        case wire::AnswerKind::text:
            return staff::AnswerKind::text;
    }
    std::unreachable();
}

staff::Answer answer_of(const wire::ReviewAnswer& answer) {
    staff::Answer result{.question = answer.question,
                         .text = words_of(answer.text),
                         .kind = kind_of(answer.kind),
                         .values = secrets_of(answer.values),
                         .choices = {},
                         .takes_many = answer.takes_many,
                         .needs_look = answer.needs_look,
                         .is_private = answer.is_private};
    for (const wire::AnswerChoice& choice : answer.choices)
        result.choices.push_back({.value = choice.value, .words = words_of(choice.words)});
    return result;
}

staff::Measured measured_of(const wire::Measurement& one) {
    return {.measure = same_word<staff::Measure>(one.measure), .value = one.value};
}

staff::LimitNotMet limit_of(const wire::LimitNotMet& one) {
    return {.rule = one.rule,
            .measure = one.measure,
            .words = words_of(one.words),
            .is_verified = one.is_verified,
            .volume_ml = one.volume_ml,
            .defers = one.defers,
            .bars_whole_blood = bars(one.types, wire::DonationType::whole_blood),
            .bars_platelets = bars(one.types, wire::DonationType::platelets)};
}

staff::Gift gift_of(const wire::ReviewGift& one) {
    return {.offer = one.offer,
            .title = words_of(one.title),
            .occasion = words_of(one.occasion),
            .is_given = one.is_given,
            .left = one.left,
            .is_verified = one.is_verified};
}

wire::DonationType type_of(staff::Type type) {
    return type == staff::Type::whole_blood ? wire::DonationType::whole_blood
                                            : wire::DonationType::platelets;
}
staff::Type type_of(wire::DonationType type) {
    return type == wire::DonationType::whole_blood ? staff::Type::whole_blood
                                                   : staff::Type::platelets;
}

wire::DecisionKind kind_of(staff::DecisionKind kind) {
    switch (kind) {
        case staff::DecisionKind::may_give:
            return wire::DecisionKind::may_give;
        case staff::DecisionKind::deferred:
            return wire::DecisionKind::deferred;
        case staff::DecisionKind::permanently:
            return wire::DecisionKind::permanently;
        case staff::DecisionKind::passed_on:
            return wire::DecisionKind::passed_on;
    }
    std::unreachable();
}
staff::DecisionKind kind_of(wire::DecisionKind kind) {
    switch (kind) {
        case wire::DecisionKind::may_give:
            return staff::DecisionKind::may_give;
        case wire::DecisionKind::deferred:
            return staff::DecisionKind::deferred;
        case wire::DecisionKind::permanently:
            return staff::DecisionKind::permanently;
        case wire::DecisionKind::passed_on:
            return staff::DecisionKind::passed_on;
    }
    std::unreachable();
}

staff::StepTaken step_taken(const wire::ReviewEntry& entry) {
    staff::StepTaken step{.staff = entry.staff,
                          .name = entry.name,
                          .at = entry.at,
                          .corrected = {},
                          .before = {},
                          .after = {},
                          .measured = {},
                          .decision = {},
                          .match = {},
                          .book = entry.book.value_or("")};
    if (entry.step.special_match) {
        step.match = same_word<staff::MatchStep>(*entry.step.special_match);
    }
    if (entry.step.correction) {
        step.corrected = entry.step.correction->question;
        step.after = secrets_of(entry.step.correction->values);
    }
    if (entry.before) step.before = secrets_of(*entry.before);
    if (entry.step.measurements) {
        std::ranges::transform(*entry.step.measurements, std::back_inserter(step.measured),
                               measured_of);
    }
    if (!entry.step.decision) return step;
    for (const wire::TypeDecision& one : *entry.step.decision) {
        step.decision.push_back(
            {.type = type_of(one.type), .kind = kind_of(one.kind), .until = one.until});
    }
    return step;
}

} // namespace

staff::Role role_of(wire::StaffRole role) {
    switch (role) {
        case wire::StaffRole::nurse:
            return staff::Role::nurse;
        case wire::StaffRole::physician:
            return staff::Role::physician;
        case wire::StaffRole::operator_:
            return staff::Role::other;
    }
    std::unreachable();
}

std::vector<staff::ReviewLine> reviews_of(const wire::ReviewBriefs& briefs) {
    std::vector<staff::ReviewLine> lines;
    for (const wire::ReviewBrief& brief : briefs.reviews) {
        lines.push_back({.visit = brief.visit,
                         .ticket = brief.ticket,
                         .standing = standing_of(brief.status),
                         .reasons = reasons_of(brief.reasons)});
    }
    return lines;
}

staff::Review review_of(const wire::Review& review) {
    staff::Review result{.visit = review.visit,
                         .ticket = review.ticket,
                         .revision = review.revision,
                         .position = review.position,
                         .standing = standing_of(review.status),
                         .masked_name = review.masked_name,
                         .sex = review.sex.value_or(""),
                         .age_years = review.age_years,
                         .book = review.book.value_or(""),
                         .earliest = {},
                         .reasons = reasons_of(review.reasons),
                         .answers = {},
                         .measured = {},
                         .limits_not_met = {},
                         .steps = {},
                         .gifts = {}};
    for (const wire::Assessment& one : review.assessments)
        result.earliest.push_back(one.earliest);
    std::ranges::transform(review.answers, std::back_inserter(result.answers), answer_of);
    std::ranges::transform(review.measurements, std::back_inserter(result.measured), measured_of);
    std::ranges::transform(review.entries, std::back_inserter(result.steps), step_taken);
    std::ranges::transform(review.limits_not_met, std::back_inserter(result.limits_not_met),
                           limit_of);
    if (review.gifts) {
        std::ranges::transform(*review.gifts, std::back_inserter(result.gifts), gift_of);
    }
    if (review.special_match) {
        result.special_match = {.rule = review.special_match->rule,
                                .words = words_of(review.special_match->words),
                                .is_approved = review.special_match->is_approved};
    }
    // What needs a look goes first, each in the form's order.
    std::ranges::stable_partition(result.answers, &staff::Answer::needs_look);
    return result;
}

wire::ReviewStep step_of(const staff::TakeStep& wanted, const base::Uuid& id) {
    wire::ReviewStep step{.id = id,
                          .revision = wanted.revision,
                          .after = wanted.after,
                          .correction = std::nullopt,
                          .measurements = std::nullopt,
                          .decision = std::nullopt,
                          .special_match = std::nullopt};
    if (wanted.match) step.special_match = same_word<wire::MatchStep>(*wanted.match);
    if (!wanted.corrected.empty()) {
        step.correction = wire::Correction{.question = wanted.corrected, .values = wanted.values};
    }
    if (wanted.measured) {
        step.measurements = {{.measure = same_word<wire::Measure>(wanted.measured->measure),
                              .value = wanted.measured->value}};
    }
    if (wanted.decision.empty()) return step;
    step.decision.emplace();
    for (const staff::TypeDecision& one : wanted.decision) {
        step.decision->push_back(
            {.type = type_of(one.type), .kind = kind_of(one.kind.value()), .until = one.until});
    }
    return step;
}

} // namespace rexue::app
