// The questions of a visit: what is asked, in which order, and what was answered.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/flow/donor/visit.h"

namespace rexue::flow::donor {

// A sheet with what is known already filled in: sex, the last donation, what is to be given.
AnswerSheet begin_answers(const Visit& visit, base::Date today);
// The same sheet with what is to be given; what was answered stays.
AnswerSheet with_intent(const AnswerSheet& sheet, queue::Intent intent);
// The notice has been read and agreed to, which is what question 1 asks.
AnswerSheet with_notice_read(const AnswerSheet& sheet);
// Taken as it is where the form refuses the value.
AnswerSheet with(const AnswerSheet& sheet, const questionnaire::Place& place,
                 std::vector<questionnaire::Value> values);

// What the donor is asked one by one: without what the terminal fills in.
std::vector<questionnaire::Place> asked(const questionnaire::Answers& answers);
std::optional<questionnaire::Place> question_after(const questionnaire::Answers& answers,
                                                   const questionnaire::Place& place);
std::optional<questionnaire::Place> question_before(const questionnaire::Answers& answers,
                                                    const questionnaire::Place& place);
// Where the talk begins or goes on: the first that must be answered and is not, or that the
// donor did not go on from yet. None when all is done.
std::optional<questionnaire::Place> first_open(const Visit& visit);
// Whether the talk may go on from here.
bool is_answered(const questionnaire::Answers& answers, const questionnaire::Place& place);

// The days that may be an answer, both included: not before birth and not ahead, but for a period
// that may still last.
std::pair<base::Date, base::Date> days_to_answer(const Visit& visit,
                                                 const questionnaire::Place& place,
                                                 base::Date today);

} // namespace rexue::flow::donor
