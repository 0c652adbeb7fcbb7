// What holds between the items of a form: unique link ids, conditions that lead somewhere, no
// enablement in a circle, nothing that gives a private answer away.
#pragma once

#include <vector>

#include "kiosk/rules/questionnaire/read_items.h"

namespace rexue::questionnaire {

// Gives the items their conditions and returns the order to evaluate them in: each after its parent
// and the questions it asks about. What is wrong goes to `issues`; the order is then of no use.
std::vector<ItemIndex> link_items(ReadItems& read, IssueList& issues);

} // namespace rexue::questionnaire
