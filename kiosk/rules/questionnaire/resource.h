// A FHIR resource as JSON: what is asked of every one before its own members are looked at.
#pragma once

#include <optional>
#include <string_view>

#include <boost/json.hpp>

#include "kiosk/rules/questionnaire/issue.h"

namespace rexue::questionnaire {

// An object with this resourceType. None when the text is not JSON (a fatal issue), is too long or
// too deep, or is another thing (an error). An error each for a modifier extension or implicit
// rules anywhere (they change the meaning of what they stand in, and none is known here) and for
// what FHIR leaves out instead of writing it empty; then the value is given all the same.
std::optional<boost::json::value> parse_resource(std::string_view text, std::string_view type,
                                                 size_t max_bytes, IssueList& issues);

} // namespace rexue::questionnaire
