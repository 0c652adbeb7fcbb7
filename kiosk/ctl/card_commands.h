// The words of `rexuectl card …`.
#pragma once

#include "platform/command_line/command_line.h"

namespace rexue::ctl {

// What was asked is done while `app` parses; `result` is what the program ends with. Both must
// outlive the parsing.
void describe_card(CLI::App& app, int& result);

} // namespace rexue::ctl
