// What the rules say of a visit, and what makes staff look at it. PURE.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kiosk/rules/donation/assessment.h"
#include "kiosk/rules/questionnaire/answers.h"
#include "net/server/review/catalogues.h"
#include "net/server/review/facts.h"
#include "net/wire/review.h"

namespace rexue::server {

struct Judged {
    const donation::Rulebook* book = nullptr;      // null: nothing could be worked out
    std::optional<questionnaire::Answers> answers; // with all corrections
    std::vector<donation::Assessment> assessments; // the rules alone; empty without birth or sex
    std::vector<wire::ReviewReason> reasons;       // empty: clear
    std::set<std::string> needs_look;              // linkIds
    std::vector<wire::Measurement> measurements;   // the newest of each
    std::vector<wire::LimitNotMet> limits_not_met;
    std::optional<wire::SpecialMatch> special_match; // approved, or to be asked for
};

// By the very book that the terminal names. A book or form that the server has not, or a book that
// was not in force on the day of the visit, is a doubt: nothing is cleared then, and the book in
// force on `on` still says what it bars. So does a fact that is missing: limits are held all the
// same, and without the sex what no sex may have.
Judged judge(const Catalogues& catalogues, const wire::VisitRecord& record, const Facts& facts,
             const std::vector<wire::ReviewEntry>& entries, base::Date on);

// Puts `correction` in place. invalid_argument with the pointer: no such question, not one that is
// asked and can be corrected, or a value that it does not take. What was there goes to `before`.
base::Status correct(questionnaire::Answers& answers, const wire::Correction& correction,
                     std::vector<std::string>& before);

// The values of a question as a correction says them.
std::vector<std::string> values_as_text(std::span<const questionnaire::Value> values);

bool bars(const wire::ReviewReason& reason, wire::DonationType type);

} // namespace rexue::server
