#include "kiosk/rules/donation/assessment.h"

#include <algorithm>

#include "kiosk/rules/donation/obstacle.h"

namespace rexue::donation {

namespace {

// What one rule says on the day, out of all its obstacles.
std::optional<Reason> reason_of(const Rule& rule, const std::vector<Obstacle>& obstacles,
                                base::Date on) {
    std::optional<Reason> reason;
    bool has_end = true;
    for (const Obstacle& one : obstacles) {
        if (one.rule != &rule || !one.stands_on(on)) continue;
        if (!reason) {
            reason = Reason{.rule = rule.id,
                            .decision = one.decision,
                            .until = one.until,
                            .verified = rule.verified};
        }
        if (one.decision == Decision::defer) reason->decision = Decision::defer;
        has_end = has_end && one.until;
        reason->until = has_end ? std::max(reason->until, one.until) : std::nullopt;
    }
    return reason;
}

Outcome outcome_of(const std::vector<Reason>& reasons) {
    if (reasons.empty()) return Outcome::eligible;
    const bool is_deferred = std::ranges::any_of(
        reasons, [](const Reason& reason) { return reason.decision == Decision::defer; });
    return is_deferred ? Outcome::deferred : Outcome::refer;
}

} // namespace

base::Result<std::vector<Assessment>> assess(const Rulebook& book, const Inquiry& inquiry) {
    if (const auto checked = check(inquiry, book); !checked) return base::fail(checked);
    std::vector<Assessment> assessments;
    for (const DonationType type : {DonationType::whole_blood, DonationType::platelets}) {
        const auto found = obstacles(book, inquiry, type);
        Assessment assessment{.type = type, .outcome = {}, .earliest = {}, .reasons = {}};
        for (const Rule& rule : book.rules()) {
            if (auto reason = reason_of(rule, found, inquiry.on))
                assessment.reasons.push_back(std::move(*reason));
        }
        assessment.outcome = outcome_of(assessment.reasons);
        assessment.earliest = first_free_day(found, inquiry.on);
        assessments.push_back(std::move(assessment));
    }
    return assessments;
}

Assessment donor_view(const Rulebook& book, const Assessment& assessment) {
    Assessment view = assessment;
    const auto hidden = std::erase_if(view.reasons, [&](const Reason& reason) {
        const Rule* rule = book.find(reason.rule);
        return rule == nullptr || is_hidden_from_donors(*rule);
    });
    if (hidden == 0) return view;
    view.outcome = Outcome::refer;
    view.earliest.reset();
    for (Reason& reason : view.reasons)
        reason.until.reset();
    return view;
}

} // namespace rexue::donation
