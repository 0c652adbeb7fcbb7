// A rulebook's file as it is written, and what must be true of it.
#pragma once

#include "kiosk/rules/donation/rule.h"

namespace rexue::donation {

struct RulebookFile {
    std::string id; // the book's name: lower-case letters, digits, hyphens
    std::string version;
    Words title;
    std::string source;
    std::optional<base::Date> effective_from;
    std::optional<base::Date> effective_to; // the last day
    Words confidential_words;               // in place of the words of confidential rules
    std::vector<Plausible> plausible;       // of what the desk measures
    std::vector<Rule> rules;
};
BOOST_DESCRIBE_STRUCT(RulebookFile, (),
                      (id, version, title, source, effective_from, effective_to, confidential_words,
                       plausible, rules))

// invalid_argument with the pointer of the first fault. After it, Rulebook's accessors find one
// age limit, a reading of each upper age, and one plain interval for each pair of donations.
base::Status check(const RulebookFile& file);

// The same for one rule by itself; `pointer` is where it stands.
base::Status check_rule(const Rule& rule, const std::string& pointer);

bool is_age_rule(const Rule& rule);
bool is_interval_of(const Rule& rule, DonationType earlier, DonationType later);

} // namespace rexue::donation
