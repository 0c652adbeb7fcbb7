// How long a questionnaire takes from its text to a form that can be asked.
#pragma once

#include <vector>

#include "platform/base/error.h"
#include "tests/bench/figures.h"

namespace rexue::bench {

// A form of 1,000 items, each shown only after the one before: at most 100 ms. Beside it, what
// reading its JSON alone takes. internal when the form is refused.
base::Status add_forms(std::vector<Figure>& figures);

} // namespace rexue::bench
