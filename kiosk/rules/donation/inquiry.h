// What is asked of the rules: who, on what day, after what.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/rules/donation/rulebook.h"

namespace rexue::donation {

struct PastDonation {
    base::Date date{};
    DonationType type = DonationType::whole_blood;
    std::optional<int> ml;
    std::optional<int> units;
    // A physician has approved that the donor gives again after this one for a special match (N03).
    std::optional<bool> special_match;

    bool operator==(const PastDonation&) const = default;
};
BOOST_DESCRIBE_STRUCT(PastDonation, (), (date, type, ml, units, special_match))

// "This rule is about me." `date` is what the window of the rule is counted from; of a period
// (T03a) its last day, and `from` its first. `of` is the case where a rule has several: T03b
// pregnancy or miscarriage, T10f travel or illness.
struct Answer {
    std::string rule;
    std::optional<base::Date> date;
    std::optional<base::Date> from;
    std::optional<std::string> of;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (rule, date, from, of))

struct Inquiry {
    base::Date birth{};
    Sex sex = Sex::male;
    std::optional<double> weight_kg; // none: not asked yet
    // None: as the history says. False with an empty history: the records are somewhere else.
    std::optional<bool> first_time;
    std::optional<bool> past_reaction; // none: no
    base::Date on{};                   // the day of the donation
    std::vector<PastDonation> history; // in any order; two on one day are two
    std::optional<std::vector<Answer>> answers;
    // A physician has approved of platelets for a special match on this day (N03).
    std::optional<bool> special_match;
    std::optional<std::string> rulebook; // by name; none: the one in force on that day
};
BOOST_DESCRIBE_STRUCT(Inquiry, (),
                      (birth, sex, weight_kg, first_time, past_reaction, on, history, answers,
                       special_match, rulebook))

// From JSON with exactly these members. invalid_argument with the pointer.
base::Result<Inquiry> read_inquiry(std::string_view text);

// What cannot be is refused with its pointer rather than guessed at: somebody born after the day or
// more than 150 years before it; a donation or an anchor in the future or before birth; amounts and
// weights that nobody has; a first-time donor with a history; answers that name a rule the book has
// not, or one that is worked out from the other facts (ages, volumes, intervals). Only of a period
// may a day lie ahead.
base::Status check(const Inquiry& inquiry, const Rulebook& book);

// The same sense for whoever reads a history: a life that reaches the asked day, and one donation
// in it; `at` is where the donation stands.
base::Status check_life(const std::optional<base::Date>& birth, base::Date on);
base::Status check_past(const PastDonation& donation, const std::optional<base::Date>& birth,
                        base::Date on, const std::string& at);

bool is_repeat_donor(const Inquiry& inquiry);

} // namespace rexue::donation
