// Whether somebody can have what was measured. PURE.
#pragma once

#include <vector>

#include "kiosk/rules/donation/rulebook.h"
#include "net/wire/review.h"

namespace rexue::server {

// By the book's own ranges. invalid_argument with the pointer into the step: a slip of the finger.
base::Status check_plausible(const donation::Rulebook& book,
                             const std::vector<wire::Measurement>& measurements);

} // namespace rexue::server
