// What is wrong with a set of answers.
#pragma once

#include <span>
#include <vector>

#include "kiosk/rules/questionnaire/answers.h"

namespace rexue::questionnaire {

// The answers to one question, whether it is enabled or not: values, how many, which together.
std::vector<Finding> check_answers(const Form& form, const Place& place,
                                   std::span<const Value> values);

// All enabled items, in the form's order: their answers, and those that lack one. A required group
// lacks an answer when nothing in it is answered.
std::vector<Finding> validate(const Form& form, const Given& given, const Enablement& enablement);

} // namespace rexue::questionnaire
