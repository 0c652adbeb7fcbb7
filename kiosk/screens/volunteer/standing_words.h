// What is missing to the next award, as far as the record or the card says.
#pragma once

#include <string>
#include <vector>

#include "kiosk/flow/volunteer/session.h"

namespace rexue::screens::volunteer {

// At most two lines; none where nothing is known.
std::vector<std::string> standing_lines(const flow::volunteer::Session& session);

} // namespace rexue::screens::volunteer
