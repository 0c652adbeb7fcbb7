#include "kiosk/rules/donation/rulebook.h"

#include <algorithm>

#include "kiosk/rules/donation/rulebook_file.h"
#include "platform/json/exact.h"
#include "platform/json/parse.h"

namespace rexue::donation {

namespace {

std::string_view in_language(const Words& words, std::string_view language) {
    return language == "zh_CN" ? words.zh_CN : words.en;
}

bool is_between(const std::optional<base::Date>& from, const std::optional<base::Date>& to,
                base::Date on) {
    return (!from || *from <= on) && (!to || on <= *to);
}

} // namespace

bool applies_to(const Rule& rule, DonationType type) {
    return std::ranges::find(rule.applies_to, type) != rule.applies_to.end();
}

bool is_in_force(const Rule& rule, base::Date on) {
    return rule.in_use && is_between(rule.effective_from, rule.effective_to, on);
}

base::Result<Rulebook> Rulebook::load(std::string_view text) {
    const auto value = json::parse(text);
    if (!value) return base::fail(value);
    auto file = json::from_exact_json<RulebookFile>(*value);
    if (!file) return base::fail(file);
    if (const auto checked = check(*file); !checked) return base::fail(checked);
    Rulebook book;
    book.id_ = std::move(file->id);
    book.version_ = std::move(file->version);
    book.title_ = std::move(file->title);
    book.confidential_words_ = std::move(file->confidential_words);
    book.effective_from_ = file->effective_from;
    book.effective_to_ = file->effective_to;
    book.plausible_ = std::move(file->plausible);
    book.rules_ = std::move(file->rules);
    return book;
}

bool Rulebook::is_in_force(base::Date on) const {
    return effective_from_ && is_between(effective_from_, effective_to_, on);
}

const Rule* Rulebook::find(std::string_view id) const {
    const auto found = std::ranges::find(rules_, id, &Rule::id);
    return found == rules_.end() ? nullptr : &*found;
}

const Plausible* Rulebook::plausible(Measure measure) const {
    const auto found = std::ranges::find(plausible_, measure, &Plausible::measure);
    return found == plausible_.end() ? nullptr : &*found;
}

const Rule& Rulebook::age_limit() const {
    const auto found = std::ranges::find_if(
        rules_, [](const Rule& rule) { return is_age_rule(rule) && !rule.extends; });
    REXUE_ASSERT(found != rules_.end());
    return *found;
}

const Rule* Rulebook::age_extension() const {
    const auto found = std::ranges::find_if(
        rules_, [](const Rule& rule) { return is_age_rule(rule) && rule.extends; });
    return found == rules_.end() ? nullptr : &*found;
}

AgeReading Rulebook::reading_of(const Rule& age) const {
    for (const Rule& rule : rules_) {
        const auto readings = all_of(rule.readings);
        const auto found = std::ranges::find(readings, age.id, &Reading::of);
        if (found != readings.end()) return found->reading;
    }
    REXUE_ASSERT(!"a loaded book has a reading for every upper age");
}

const Rule& Rulebook::interval(DonationType earlier, DonationType later) const {
    const auto found = std::ranges::find_if(
        rules_, [&](const Rule& rule) { return is_interval_of(rule, earlier, later); });
    REXUE_ASSERT(found != rules_.end());
    return *found;
}

const Rule& Rulebook::earlier_decision() const {
    const auto found = std::ranges::find(rules_, Kind::decided, &Rule::kind);
    REXUE_ASSERT(found != rules_.end());
    return *found;
}

const Rule* Rulebook::shortened(const Rule& interval) const {
    const auto found = std::ranges::find_if(
        rules_, [&](const Rule& rule) { return rule.in_place_of == interval.id; });
    return found == rules_.end() ? nullptr : &*found;
}

std::string_view Rulebook::reason_words(const Rule& rule, std::string_view language) const {
    return in_language(is_hidden_from_donors(rule) ? confidential_words_ : rule.words, language);
}

std::string Rulebook::name() const {
    std::string name = id_ + "|" + version_;
    if (!settings_.empty()) name += "|" + settings_;
    return name;
}

Rulebook Rulebook::with_rules(std::vector<Rule> rules, std::string settings) const {
    REXUE_ASSERT(std::ranges::equal(rules, rules_, {}, &Rule::id, &Rule::id));
    Rulebook other = *this;
    other.rules_ = std::move(rules);
    other.settings_ = std::move(settings);
    return other;
}

std::string_view staff_words(const Rule& rule, std::string_view language) {
    return in_language(rule.words, language);
}

bool is_hidden_from_donors(const Rule& rule) {
    return rule.confidential.value_or(false) || rule.staff_only.value_or(false);
}

const Bound& age_bound(const Rule& age) {
    REXUE_ASSERT(is_age_rule(age));
    return age.bounds->front();
}

} // namespace rexue::donation
