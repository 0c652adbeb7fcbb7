// rexuectl check-id: are these document numbers well-formed?
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "platform/base/date_text.h"

namespace rexue::ctl {

// Writes a line of JSON for each number, in their order:
//   {"number":"…","kind":"resident","valid":true,"birth":"1949-12-31","sex":"female","why":""}
// `number` is as it was given; birth and sex are null where nothing can be told; a valid number
// that should be compared with its card has a `warning` too. Returns 0 when all are valid, else 1.
int check_id(std::span<const std::string> numbers, base::Date today, std::ostream& out);

} // namespace rexue::ctl
