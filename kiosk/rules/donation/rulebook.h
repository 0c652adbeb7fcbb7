// A rulebook: all limits, intervals and deferrals of one edition of the law, as dated data.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/rules/donation/rule.h"

namespace rexue::donation {

class Rulebook {
  public:
    // The text of a file of assets/rulebooks. invalid_argument with the JSON pointer and the
    // reason: an unknown member, a wrong type, an absurd duration, an id that stands twice, dates
    // the wrong way round, words or a source that are missing, a pair of donations without an
    // interval …
    static base::Result<Rulebook> load(std::string_view text);

    const std::string& id() const { return id_; }
    const std::string& version() const { return version_; }
    // By which decisions tell it from every other: "id|version", and "|" with what tells the
    // station's settings from others, where it has any.
    std::string name() const;
    const Words& title() const { return title_; }

    // Nothing while no day is known on which it comes into force: such a book is chosen by name.
    const std::optional<base::Date>& effective_from() const { return effective_from_; }
    bool is_in_force(base::Date on) const;

    // In the book's order, which is the order of reasons.
    std::span<const Rule> rules() const { return rules_; }
    const Rule* find(std::string_view id) const;

    // What nobody has beyond; null for a measure that the book says nothing of.
    const Plausible* plausible(Measure measure) const;

    // The one limit of age, the one that extends it (or null), and how an upper age is read.
    const Rule& age_limit() const;
    const Rule* age_extension() const;
    AgeReading reading_of(const Rule& age) const;

    // What words a deferral that a physician decided at an earlier visit.
    const Rule& earlier_decision() const;

    // The plain interval of a pair, and what a physician may shorten it to (or null).
    const Rule& interval(DonationType earlier, DonationType later) const;
    const Rule* shortened(const Rule& interval) const;

    // What the donor may read and hear: of a confidential rule, or one of staff alone, the same few
    // words whatever the rule is. `language` is "zh_CN" or "en"; others read English.
    std::string_view reason_words(const Rule& rule, std::string_view language) const;

    // As a station reads it: with other rules of the same ids, told apart by `settings`.
    Rulebook with_rules(std::vector<Rule> rules, std::string settings) const;

  private:
    Rulebook() = default;

    std::string id_;
    std::string version_;
    Words title_;
    Words confidential_words_;
    std::optional<base::Date> effective_from_;
    std::optional<base::Date> effective_to_;
    std::vector<Plausible> plausible_;
    std::vector<Rule> rules_;
    std::string settings_; // empty: as the book is
};

// What staff may read; of every rule its own words.
std::string_view staff_words(const Rule& rule, std::string_view language);

bool is_hidden_from_donors(const Rule& rule);

// Upper age of an age limit, if it has one.
const Bound& age_bound(const Rule& age);

} // namespace rexue::donation
