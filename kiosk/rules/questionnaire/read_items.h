// The items of a form, with their extensions and options, as a list in the form's order.
#pragma once

#include <string>
#include <vector>

#include "kiosk/rules/questionnaire/object_reader.h"

namespace rexue::questionnaire {

// A condition whose question is still only a name.
struct NamedCondition {
    ItemIndex item = 0;
    std::string question;
    Operator comparison = Operator::equal;
    Value answer;
    std::string path;
};

struct ReadItems {
    std::vector<Item> items; // without conditions
    std::vector<NamedCondition> conditions;
};

// Of the whole form that `form` reads. What is wrong goes to the reader's issues.
ReadItems read_items(const ObjectReader& form);

} // namespace rexue::questionnaire
