#include "net/server/review/judge.h"

#include <algorithm>
#include <utility>

#include "kiosk/rule_wire/past_donations.h"
#include "kiosk/rules/donation/measured.h"
#include "kiosk/rules/questionnaire/answered_rules.h"
#include "kiosk/rules/questionnaire/response.h"
#include "kiosk/rules/questionnaire/said_history.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"

namespace rexue::server {

namespace {

using questionnaire::AnsweredRule;
using questionnaire::RuleMark;
using rule_wire::rules_type;
using rule_wire::wire_type;
using wire::ReasonKind;
using wire::ReviewReason;

const std::vector both_types{wire::DonationType::whole_blood, wire::DonationType::platelets};

wire::BothLanguages words_of(const donation::Rule& rule) {
    return {.zh_CN = rule.words.zh_CN, .en = rule.words.en};
}

void doubt(Judged& judged, const char* code) {
    judged.reasons.push_back(
        {.kind = ReasonKind::doubt, .code = code, .words = {}, .types = both_types, .until = {}});
}

// url|version, as the response names its form.
std::string form_named_in(const std::string& response) {
    const auto value = json::parse(response);
    if (!value || !value->is_object()) return {};
    const auto* name = value->get_object().if_contains("questionnaire");
    return name != nullptr && name->is_string() ? std::string(name->get_string()) : std::string();
}

void read_answers(Judged& judged, const Catalogues& catalogues, const wire::VisitRecord& record,
                  const std::vector<wire::ReviewEntry>& entries) {
    if (!record.response) return doubt(judged, wire::doubt::no_answers);
    auto form = catalogues.form(form_named_in(*record.response));
    if (form == nullptr) return doubt(judged, wire::doubt::unknown_form);
    auto read = questionnaire::read_response(std::move(form), *record.response);
    const bool is_whole = read.status == questionnaire::ResponseStatus::completed ||
                          read.status == questionnaire::ResponseStatus::amended;
    if (!read.answers || !is_whole) return doubt(judged, wire::doubt::unreadable_answers);
    for (const wire::ReviewEntry& entry : entries) {
        std::vector<std::string> before;
        if (!entry.step.correction) continue;
        // The terminal may have sent a newer record, in which that question is not asked any more.
        if (!correct(*read.answers, *entry.step.correction, before)) {
            return doubt(judged, wire::doubt::unreadable_answers);
        }
    }
    judged.answers = std::move(read.answers);
    if (!judged.answers->missing().empty()) doubt(judged, wire::doubt::no_answers);
}

// The book of the terminal's own verdict, else the one in force. A book without a day yet, such as
// a draft, judges nobody; nor do two books one visit.
void choose_book(Judged& judged, const Catalogues& catalogues, const wire::VisitRecord& record,
                 base::Date visited, base::Date on) {
    judged.book = catalogues.book_in_force(on);
    const donation::Rulebook* named = nullptr;
    for (const wire::Assessment& assessment : record.assessments) {
        const auto* book = catalogues.book(assessment.book);
        if (book == nullptr) return doubt(judged, wire::doubt::unknown_book);
        if (!book->is_in_force(visited) || (named != nullptr && named != book)) {
            return doubt(judged, wire::doubt::book_not_in_force);
        }
        named = book;
    }
    if (named != nullptr) judged.book = named;
    if (judged.book == nullptr) doubt(judged, wire::doubt::unknown_book);
}

void take_measurements(Judged& judged, const std::vector<wire::ReviewEntry>& entries) {
    for (const wire::ReviewEntry& entry : entries) {
        if (!entry.step.measurements) continue;
        for (const wire::Measurement& one : *entry.step.measurements) {
            std::erase_if(judged.measurements,
                          [&](const auto& older) { return older.measure == one.measure; });
            judged.measurements.push_back(one);
        }
    }
}

donation::Measured measured_of(const std::vector<wire::Measurement>& measurements) {
    donation::Measured measured;
    for (const auto& [measure, value] : measurements) {
        switch (measure) {
            case wire::Measure::weight_kg:
                measured.weight_kg = value;
                break;
            case wire::Measure::systolic_mmhg:
                measured.systolic_mmhg = value;
                break;
            case wire::Measure::diastolic_mmhg:
                measured.diastolic_mmhg = value;
                break;
            case wire::Measure::pulse_per_min:
                measured.pulse_per_min = value;
                break;
            case wire::Measure::temperature_c:
                measured.temperature_c = value;
                break;
            case wire::Measure::haemoglobin_g_per_l:
                measured.haemoglobin_g_per_l = value;
                break;
            case wire::Measure::haematocrit:
                measured.haematocrit = value;
                break;
            case wire::Measure::platelets_e9_per_l:
                measured.platelets_e9_per_l = value;
                break;
            case wire::Measure::alt_u_per_l:
                measured.alt_u_per_l = value;
                break;
        }
    }
    return measured;
}

// What nobody may have whose sex it can be.
std::vector<donation::NotMet> not_met_by_all(const donation::Rulebook& book,
                                             donation::DonationType type,
                                             const std::vector<donation::Sex>& sexes,
                                             const donation::Measured& measured, base::Date on,
                                             std::optional<int> volume_ml) {
    auto found = donation::limits_not_met(book, type, sexes.front(), measured, on, volume_ml);
    for (const donation::Sex sex : sexes) {
        const auto theirs = donation::limits_not_met(book, type, sex, measured, on, volume_ml);
        std::erase_if(found, [&](const donation::NotMet& one) {
            return std::ranges::none_of(theirs, [&](const donation::NotMet& other) {
                return other.rule == one.rule && other.measure == one.measure;
            });
        });
    }
    return found;
}

// Limits need a book and a value; age, birth and answers are not theirs.
void hold_limits(Judged& judged, const wire::VisitRecord& record, const Facts& facts,
                 base::Date on) {
    if (judged.book == nullptr) return;
    const auto measured = measured_of(judged.measurements);
    const auto sexes = possible_sexes(facts);
    for (const wire::DonationType type : both_types) {
        for (const donation::NotMet& one : not_met_by_all(
                 *judged.book, rules_type(type), sexes, measured, on, record.intended_volume_ml)) {
            const std::string measure(json::to_json(one.measure).as_string());
            const auto known =
                std::ranges::find_if(judged.limits_not_met, [&](const wire::LimitNotMet& other) {
                    return other.rule == one.rule->id && other.measure == measure;
                });
            if (known != judged.limits_not_met.end()) {
                known->types.push_back(type);
                continue;
            }
            judged.limits_not_met.push_back(
                {.rule = one.rule->id,
                 .measure = measure,
                 .value = one.value,
                 .types = {type},
                 .words = words_of(*one.rule),
                 .is_verified = one.rule->verified,
                 .defers = one.rule->decision == donation::Decision::defer,
                 .volume_ml = one.volume_ml});
        }
    }
}

bool is_match_approved(const std::vector<wire::ReviewEntry>& entries) {
    const auto newest = std::find_if(entries.rbegin(), entries.rend(), [](const auto& entry) {
        return entry.step.special_match.has_value();
    });
    return newest != entries.rend() && newest->step.special_match == wire::MatchStep::approve;
}

// N03 is there to be approved where N02 stands in the way, and stays there to be withdrawn.
void offer_match(Judged& judged, bool is_approved) {
    if (judged.book == nullptr) return;
    for (const donation::Rule& rule : judged.book->rules()) {
        if (!rule.in_place_of) continue;
        const bool stands = std::ranges::any_of(judged.reasons, [&](const ReviewReason& reason) {
            return reason.kind == ReasonKind::rule && reason.code == *rule.in_place_of;
        });
        if (!stands && !is_approved) continue;
        judged.special_match = wire::SpecialMatch{
            .rule = rule.id, .words = words_of(rule), .is_approved = is_approved};
    }
}

wire::BothLanguages question_words(const questionnaire::Form& form, const std::string& link_id) {
    const auto index = form.find(link_id);
    if (!index) return {};
    const auto& text = form.item(*index).text;
    return {.zh_CN = std::string(text.in("zh-CN")), .en = std::string(text.in("en"))};
}

// Questions that only staff can judge become reasons; what the rules can judge goes to them.
void take_answers(Judged& judged, donation::Inquiry& inquiry,
                  std::set<std::string>& private_rules) {
    if (!judged.answers) return;
    std::vector<donation::Answer> said;
    for (const AnsweredRule& rule : questionnaire::answered_rules(*judged.answers)) {
        judged.needs_look.insert(rule.question);
        if (rule.kind == RuleMark::Kind::rule) {
            if (rule.is_private) private_rules.insert(rule.code);
            said.push_back({.rule = rule.code,
                            .date = rule.date,
                            .from = rule.from,
                            .of = rule.which.empty() ? std::nullopt : std::optional(rule.which)});
            continue;
        }
        if (rule.code == "Q08") inquiry.past_reaction = true;
        if (std::ranges::find(judged.reasons, rule.code, &ReviewReason::code) !=
            judged.reasons.end()) {
            continue;
        }
        judged.reasons.push_back({.kind = ReasonKind::question,
                                  .code = rule.code,
                                  .words = question_words(judged.answers->form(), rule.question),
                                  .types = both_types,
                                  .until = {},
                                  .is_private = rule.is_private});
    }
    inquiry.answers = std::move(said);
    if (add_said_history(inquiry, *judged.answers) == questionnaire::SaidHistory::unclear) {
        judged.reasons.push_back({.kind = ReasonKind::question,
                                  .code = "Q07",
                                  .words = question_words(judged.answers->form(), "Q07.date"),
                                  .types = both_types,
                                  .until = {}});
    }
}

void add_rules(Judged& judged, const std::vector<donation::Assessment>& assessments,
               const std::set<std::string>& private_rules) {
    for (const donation::Assessment& assessment : assessments) {
        for (const donation::Reason& reason : assessment.reasons) {
            const donation::Rule* rule = judged.book->find(reason.rule);
            const auto known = std::ranges::find_if(judged.reasons, [&](const ReviewReason& other) {
                return other.kind == ReasonKind::rule && other.code == reason.rule;
            });
            if (known != judged.reasons.end()) {
                known->types.push_back(wire_type(assessment.type));
                // Of two ends the later one; no end is the latest.
                const bool has_end = known->until && reason.until;
                known->until = has_end ? std::max(known->until, reason.until) : std::nullopt;
                known->defers = known->defers || reason.decision == donation::Decision::defer;
                continue;
            }
            judged.reasons.push_back({.kind = ReasonKind::rule,
                                      .code = reason.rule,
                                      .words = words_of(*rule),
                                      .types = {wire_type(assessment.type)},
                                      .until = reason.until,
                                      .defers = reason.decision == donation::Decision::defer,
                                      .is_verified = reason.verified,
                                      .is_private = rule->confidential.value_or(false) ||
                                                    private_rules.contains(reason.rule)});
        }
    }
}

// What stands whatever the sex is.
void keep_common(std::vector<donation::Assessment>& assessments,
                 const std::vector<donation::Assessment>& others) {
    for (size_t i = 0; i < assessments.size(); ++i) {
        std::erase_if(assessments[i].reasons, [&](const donation::Reason& reason) {
            const auto& theirs = others[i].reasons;
            return std::ranges::find(theirs, reason.rule, &donation::Reason::rule) == theirs.end();
        });
    }
}

// Rules need a book and a birth. Without the sex there are reasons and no verdict.
void judge_rules(Judged& judged, const Facts& facts, donation::Inquiry inquiry,
                 const std::set<std::string>& private_rules) {
    if (judged.book == nullptr || !facts.birth) return;
    inquiry.birth = *facts.birth;
    inquiry.weight_kg = measured_of(judged.measurements).weight_kg;
    std::optional<std::vector<donation::Assessment>> assessments;
    for (const donation::Sex sex : possible_sexes(facts)) {
        inquiry.sex = sex;
        auto assessed = donation::assess(*judged.book, inquiry);
        if (!assessed) return doubt(judged, wire::doubt::contradiction);
        if (assessments)
            keep_common(*assessments, *assessed);
        else
            assessments = std::move(*assessed);
    }
    add_rules(judged, *assessments, private_rules);
    if (facts.sex) judged.assessments = std::move(*assessments);
}

// Where terminal and server do not say the same, somebody finds out why.
void compare(Judged& judged, const wire::VisitRecord& record,
             const std::vector<wire::ReviewEntry>& entries) {
    const bool is_changed = std::ranges::any_of(entries, [](const wire::ReviewEntry& entry) {
        return entry.step.correction || entry.step.measurements || entry.step.special_match;
    });
    // A person has looked since; or there is no verdict of our own, and a doubt stands.
    if (is_changed || judged.assessments.empty()) return;
    for (const wire::Assessment& theirs : record.assessments) {
        const bool ours_is_clear = std::ranges::none_of(judged.reasons, [&](const auto& reason) {
            return reason.kind != ReasonKind::doubt && bars(reason, theirs.type);
        });
        const bool theirs_is_clear =
            theirs.outcome == wire::AssessedOutcome::eligible && theirs.rules.empty();
        if (ours_is_clear != theirs_is_clear) return doubt(judged, wire::doubt::terminal_differs);
    }
}

} // namespace

bool bars(const ReviewReason& reason, wire::DonationType type) {
    return std::ranges::find(reason.types, type) != reason.types.end();
}

Judged judge(const Catalogues& catalogues, const wire::VisitRecord& record, const Facts& facts,
             const std::vector<wire::ReviewEntry>& entries, base::Date on) {
    Judged judged;
    if (record.entry == wire::EntryKind::typed_number) doubt(judged, wire::doubt::typed_number);
    read_answers(judged, catalogues, record, entries);
    choose_book(judged, catalogues, record, facts.visited, on);
    take_measurements(judged, entries);
    const bool is_approved = is_match_approved(entries);
    donation::Inquiry inquiry{.on = on, .special_match = is_approved};
    for (const wire::PastDonation& past : facts.history) {
        inquiry.history.push_back({.date = past.date,
                                   .type = rules_type(past.type),
                                   .ml = past.volume_ml,
                                   .units = past.units,
                                   .special_match = {}});
    }
    std::set<std::string> private_rules;
    take_answers(judged, inquiry, private_rules);
    if (!facts.birth || !facts.sex) doubt(judged, wire::doubt::missing_facts);
    hold_limits(judged, record, facts, on);
    judge_rules(judged, facts, std::move(inquiry), private_rules);
    offer_match(judged, is_approved);
    compare(judged, record, entries);
    return judged;
}

} // namespace rexue::server
