// What FHIR asks of one item by itself, whatever stands around it.
#pragma once

#include "kiosk/rules/questionnaire/object_reader.h"

namespace rexue::questionnaire {

// Of the item that was read from `reader`, conditions and nested items aside. Its rules are named
// as in the definition of Questionnaire in FHIR R4: que-1, que-3, que-5 to que-11, que-13.
void check_item(const ObjectReader& reader, const Item& item);

} // namespace rexue::questionnaire
