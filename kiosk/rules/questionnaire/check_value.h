// May this be the answer?
#pragma once

#include <optional>
#include <string>

#include "kiosk/rules/questionnaire/issue.h"
#include "kiosk/rules/questionnaire/item.h"

namespace rexue::questionnaire {

struct ValueFault {
    IssueCode code = IssueCode::value;
    std::string text; // never repeats the value
};

// The type alone. A choice may have codings, texts, numbers, dates and times among its options.
bool fits_type(const Item& item, const Value& value);

// Type, options, length, bounds, decimals, pattern, in this order: the first that is wrong.
std::optional<ValueFault> check_value(const Item& item, const Value& value);

} // namespace rexue::questionnaire
