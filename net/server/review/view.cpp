#include "net/server/review/view.h"

#include <algorithm>

namespace rexue::server {

using questionnaire::Item;
using questionnaire::ItemType;

namespace {

// As long as the desk offers; what lasts longer has no end.
constexpr std::chrono::years longest_deferral{5};

wire::BothLanguages both(const questionnaire::Words& words) {
    return {.zh_CN = std::string(words.in("zh-CN")), .en = std::string(words.in("en"))};
}

wire::AnswerKind kind_of(ItemType type) {
    switch (type) {
        case ItemType::boolean:
            return wire::AnswerKind::yes_no;
        case ItemType::choice:
        case ItemType::open_choice:
            return wire::AnswerKind::choice;
        case ItemType::date:
            return wire::AnswerKind::date;
        case ItemType::integer:
        case ItemType::decimal:
        case ItemType::quantity:
            return wire::AnswerKind::number;
        case ItemType::group:
        case ItemType::display:
        case ItemType::string:
        case ItemType::text:
            return wire::AnswerKind::text;
    }
    return wire::AnswerKind::text;
}

std::vector<wire::ReviewAnswer> answers_of(const Judged& judged) {
    std::vector<wire::ReviewAnswer> all;
    if (!judged.answers) return all;
    const auto& form = judged.answers->form();
    for (const questionnaire::Place& place : judged.answers->questions()) {
        const Item& item = form.item(place.item);
        wire::ReviewAnswer answer{.question = item.link_id,
                                  .text = both(item.text),
                                  .kind = kind_of(item.type),
                                  .values = values_as_text(judged.answers->values(place)),
                                  .choices = {},
                                  .takes_many = item.repeats,
                                  .needs_look = judged.needs_look.contains(item.link_id),
                                  .is_private = item.is_private};
        for (const auto& option : item.options) {
            answer.choices.push_back(
                {.value = values_as_text({&option.value, 1}).front(), .words = both(option.words)});
        }
        all.push_back(std::move(answer));
    }
    return all;
}

std::vector<wire::Assessment> assessments_of(const Judged& judged) {
    std::vector<wire::Assessment> all;
    for (const auto& one : judged.assessments) {
        const bool is_blood = one.type == donation::DonationType::whole_blood;
        wire::Assessment assessment{
            .type = is_blood ? wire::DonationType::whole_blood : wire::DonationType::platelets,
            .outcome = wire::AssessedOutcome::refer,
            .earliest = one.earliest,
            .rules = {},
            .book = judged.book->name()};
        bool is_clear = true;
        for (const auto& reason : judged.reasons) {
            if (!bars(reason, assessment.type)) continue;
            is_clear = false;
            if (reason.kind != wire::ReasonKind::doubt) assessment.rules.push_back(reason.code);
        }
        if (one.outcome == donation::Outcome::deferred)
            assessment.outcome = wire::AssessedOutcome::deferred;
        else if (is_clear)
            assessment.outcome = wire::AssessedOutcome::eligible;
        if (!is_clear && one.outcome == donation::Outcome::eligible) assessment.earliest.reset();
        all.push_back(std::move(assessment));
    }
    return all;
}

// What the private answers can be behind must look the same when they are not: whatever is for a
// physician to judge is one and the same reason, marks no answer and leaves no day; that something
// was put right is told of no answer.
void keep_for_physicians(wire::Review& review) {
    std::erase_if(review.answers, [](const auto& answer) { return answer.is_private; });
    for (wire::ReviewAnswer& answer : review.answers)
        answer.needs_look = false;
    std::erase_if(review.entries, [](const auto& entry) { return entry.step.correction; });
    const auto hidden = std::erase_if(review.reasons, [](const wire::ReviewReason& reason) {
        return reason.is_private || (reason.kind != wire::ReasonKind::doubt && !reason.defers);
    });
    if (hidden == 0) return;
    review.reasons.push_back(
        {.kind = wire::ReasonKind::doubt,
         .code = wire::doubt::for_physician,
         .words = {},
         .types = {wire::DonationType::whole_blood, wire::DonationType::platelets},
         .until = {}});
    for (wire::Assessment& assessment : review.assessments) {
        assessment.outcome = wire::AssessedOutcome::refer;
        assessment.earliest.reset();
        std::erase_if(assessment.rules, [&](const std::string& rule) {
            return std::ranges::find(review.reasons, rule, &wire::ReviewReason::code) ==
                   review.reasons.end();
        });
    }
}

} // namespace

wire::ReviewStatus status_of(const Judged& judged, const std::vector<wire::ReviewEntry>& entries,
                             int revision, wire::DonationType intended) {
    const auto newest = std::find_if(entries.rbegin(), entries.rend(), [](const auto& entry) {
        return entry.step.decision.has_value();
    });
    if (newest != entries.rend() && newest->step.revision == revision) {
        const bool is_passed_on =
            std::ranges::any_of(*newest->step.decision, [](const wire::TypeDecision& one) {
                return one.kind == wire::DecisionKind::passed_on;
            });
        // What was put right or measured after it, nobody has decided on yet.
        const bool is_newest = newest == entries.rbegin();
        return is_passed_on || !is_newest ? wire::ReviewStatus::needs_look
                                          : wire::ReviewStatus::decided;
    }
    const bool is_clear = judged.limits_not_met.empty() &&
                          std::ranges::none_of(judged.reasons, [&](const auto& reason) {
                              return bars(reason, intended);
                          });
    return is_clear ? wire::ReviewStatus::clear : wire::ReviewStatus::needs_look;
}

wire::Review view_of(const Judged& judged, const wire::VisitRecord& record,
                     std::vector<wire::ReviewEntry> entries, int revision, wire::StaffRole role) {
    wire::Review review{.visit = record.visit,
                        .revision = revision,
                        .position = static_cast<int>(entries.size()),
                        .status = status_of(judged, entries, revision, record.intended_type),
                        .entry = record.entry,
                        .sex = record.sex,
                        .intended_type = record.intended_type,
                        .assessments = assessments_of(judged),
                        .reasons = judged.reasons,
                        .answers = answers_of(judged),
                        .measurements = judged.measurements,
                        .limits_not_met = judged.limits_not_met,
                        .special_match = judged.special_match,
                        .entries = std::move(entries)};
    if (judged.book != nullptr) review.book = judged.book->name();
    if (role != wire::StaffRole::physician) keep_for_physicians(review);
    return review;
}

namespace {

// L13, L15: the newest value does not keep a limit that defers. Of other limits the physician is
// the judge.
bool is_deferred_by_limit(const Judged& judged, wire::DonationType type) {
    return std::ranges::any_of(judged.limits_not_met, [&](const wire::LimitNotMet& limit) {
        return limit.defers && std::ranges::find(limit.types, type) != limit.types.end();
    });
}

} // namespace

std::string_view why_not(const Judged& judged, const std::vector<wire::TypeDecision>& decision,
                         base::Date today) {
    for (const wire::TypeDecision& one : decision) {
        if (one.until && *one.until <= today) return "/decision: a deferral ends after today";
        if (one.until && *one.until > today + longest_deferral) {
            return "/decision: a deferral of more than five years is one without an end";
        }
        if (one.kind != wire::DecisionKind::may_give) continue;
        // Facts that cannot be together were not judged at all.
        if (std::ranges::count(judged.reasons, wire::doubt::contradiction,
                               &wire::ReviewReason::code) > 0) {
            return "/decision: the record contradicts itself: put an answer right first";
        }
        for (const wire::ReviewReason& reason : judged.reasons) {
            if (reason.defers && bars(reason, one.type))
                return "/decision: a rule defers this type";
        }
        if (is_deferred_by_limit(judged, one.type))
            return "/decision: a measured value defers this type";
    }
    return {};
}

} // namespace rexue::server
