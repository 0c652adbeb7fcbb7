// Where an answer stands, and the answers of a form by it.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

#include "kiosk/rules/questionnaire/item.h"

namespace rexue::questionnaire {

// One occurrence of an item. `branches` has a number, from 0, for each ancestor that repeats, the
// outermost first: which instance of the group, or which answer of the question. It is empty for
// most items of most forms. An instance of a repeating group has its own number at the end, too.
struct Place {
    ItemIndex item = 0;
    std::vector<std::uint32_t> branches{};

    auto operator<=>(const Place&) const = default;
};

// Everything that was answered, also what is not asked any more. Not checked.
struct Given {
    std::map<Place, std::vector<Value>> values; // no empty list is in it
    // Instances of a repeating group, by its place without its own number. One when it is not here.
    std::map<Place, std::uint32_t> instances;

    bool operator==(const Given&) const = default;
};

} // namespace rexue::questionnaire
