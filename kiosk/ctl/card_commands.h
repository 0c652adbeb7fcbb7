// The words of `rexuectl card …`.
#pragma once

#include <filesystem>

#include "platform/command_line/command_line.h"

namespace rexue::ctl {

// What was asked is done while `app` parses; `result` is what the program ends with. Both must
// outlive the parsing. `assets` is the folder that issuing looks into when it is not told another.
void describe_card(CLI::App& app, const std::filesystem::path& assets, int& result);

} // namespace rexue::ctl
