// What the answers mean to the rulebook: the form's own extensions say it, not this code.
//
//   .../rule            (code)     on a boolean or an option: this rule of the rulebook stands
//   .../refer-to-staff  (code)     likewise, but only staff can tell: the code names the question
//   .../raised-by       (boolean)  on a boolean: the answer that sets its marks off; true if absent
//   .../rule-case       (code)     beside any of these: which case of a rule that has several
//   .../rule-date       (code)     on a date: the day from which this rule's window counts
//   .../rule-from       (code)     on a date: the first day, for a rule about a period
//   .../private         (boolean)  nobody beside the donor may learn the answer, nor the reason
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/rules/questionnaire/answers.h"

namespace rexue::questionnaire {

struct AnsweredRule {
    RuleMark::Kind kind = RuleMark::Kind::rule;
    std::string code;               // rule id (T09), or the question for staff (Q03)
    std::string which;              // the case of a rule with several (travel); empty for others
    std::optional<base::Date> from; // first day of a period
    std::optional<base::Date> date; // the day it counts from; the last day of a period
    std::string question;           // linkId of the answer that set it off
    bool is_private = false;

    bool operator==(const AnsweredRule&) const = default;
};

// In the form's order; enabled questions only. A rule with several date questions that are asked (a
// tattoo and a needle prick) is there once for each of them, so that none is overlooked. A date
// that is not answered, or is only a month or a year, is no date: the rulebook then hands over to
// staff.
std::vector<AnsweredRule> answered_rules(const Answers& answers);

} // namespace rexue::questionnaire
