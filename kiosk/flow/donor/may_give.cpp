#include "kiosk/flow/donor/may_give.h"

#include <algorithm>

#include "kiosk/flow/donor/talk.h"
#include "kiosk/rules/identity/number_check.h"
#include "kiosk/rules/questionnaire/answered_rules.h"
#include "kiosk/rules/questionnaire/said_history.h"
#include "kiosk/rules/questionnaire/station_links.h"

namespace rexue::flow::donor {

namespace {

using donation::DonationType;
using questionnaire::AnsweredRule;
using questionnaire::RuleMark;
namespace links = questionnaire::station_links;

void add_answers(donation::Inquiry& inquiry, Verdicts& verdicts, const Visit& visit,
                 Audience audience) {
    std::vector<donation::Answer> said;
    for (AnsweredRule& rule : questionnaire::answered_rules(*visit.answers)) {
        if (rule.is_private && audience == Audience::donor) continue;
        if (rule.kind == RuleMark::Kind::staff) {
            if (rule.code == links::past_reaction) inquiry.past_reaction = true;
            if (std::ranges::find(verdicts.for_staff, rule.code) == verdicts.for_staff.end()) {
                verdicts.for_staff.push_back(std::move(rule.code));
            }
            continue;
        }
        said.push_back({.rule = std::move(rule.code),
                        .date = rule.date,
                        .from = rule.from,
                        .of = rule.which.empty() ? std::nullopt : std::optional(rule.which)});
    }
    inquiry.answers = std::move(said);
    if (add_said_history(inquiry, *visit.answers) == questionnaire::SaidHistory::unclear) {
        verdicts.for_staff.emplace_back("Q07");
    }
}

} // namespace

std::optional<base::Date> birth_of(const Visit& visit) {
    if (visit.document && visit.document->birth) return visit.document->birth;
    if (visit.typed && visit.typed->birth) return visit.typed->birth;
    return visit.donor ? visit.donor->birth : std::nullopt;
}

identity::Sex sex_of(const Visit& visit, base::Date today) {
    if (visit.document && visit.document->sex != identity::Sex::unknown) {
        return visit.document->sex;
    }
    if (visit.typed) return identity::check_number(visit.typed->number, today).sex;
    return visit.donor ? visit.donor->sex : identity::Sex::unknown;
}

Verdicts assess(const Visit& visit, base::Date today, Audience audience) {
    Verdicts verdicts;
    const donation::Rulebook* book = visit.forms ? visit.forms->books.in_force(today) : nullptr;
    if (book == nullptr) return verdicts;
    verdicts.book = book->name();
    donation::Inquiry inquiry{.sex = sex_of(visit, today) == identity::Sex::male
                                         ? donation::Sex::male
                                         : donation::Sex::female,
                              .on = today};
    if (visit.donor) {
        inquiry.history = visit.donor->donations;
        // Anybody can type a number that they have seen: what a physician decided is told to who
        // shows a card. Staff see it in either case.
        const bool is_shown = audience == Audience::staff || visit.document || !visit.typed;
        if (is_shown) inquiry.deferrals = visit.donor->deferrals;
    }
    if (visit.answers) add_answers(inquiry, verdicts, visit, audience);
    const auto birth = birth_of(visit);
    if (!birth) return verdicts;
    inquiry.birth = *birth;
    auto assessed = donation::assess(*book, inquiry);
    // Facts that cannot be together are for staff to look at.
    if (!assessed) return verdicts;
    verdicts.by_type = std::move(*assessed);
    if (audience == Audience::donor) {
        for (donation::Assessment& one : verdicts.by_type)
            one = donation::donor_view(*book, one);
    }
    return verdicts;
}

const donation::Assessment* find(const Verdicts& verdicts, DonationType type) {
    const auto found = std::ranges::find(verdicts.by_type, type, &donation::Assessment::type);
    return found == verdicts.by_type.end() ? nullptr : &*found;
}

DonationType type_of(queue::Intent intent) {
    const bool platelets =
        intent == queue::Intent::platelets_1 || intent == queue::Intent::platelets_2;
    return platelets ? DonationType::platelets : DonationType::whole_blood;
}

bool is_deferred(const Verdicts& verdicts, DonationType type) {
    const auto* const one = find(verdicts, type);
    return one != nullptr && one->outcome == donation::Outcome::deferred;
}

bool is_deferred_for_all(const Verdicts& verdicts) {
    return is_deferred(verdicts, DonationType::whole_blood) &&
           is_deferred(verdicts, DonationType::platelets);
}

Ending ending_of(const Visit& visit, const Verdicts& verdicts) {
    if (is_deferred_for_all(verdicts)) return Ending::not_today;
    if (!visit.intent) return Ending::talk_to_staff;
    const DonationType chosen = type_of(*visit.intent);
    if (is_deferred(verdicts, chosen)) return Ending::other_type;
    const auto* const one = find(verdicts, chosen);
    const bool clear =
        one != nullptr && one->outcome == donation::Outcome::eligible && verdicts.for_staff.empty();
    return clear ? Ending::go_on : Ending::talk_to_staff;
}

} // namespace rexue::flow::donor
