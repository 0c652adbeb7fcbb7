// The honours' files of a folder of assets.
#pragma once

#include <filesystem>

#include "kiosk/rules/honour/honours.h"

namespace rexue::rule_files {

// `assets` holds awards, honour-cards, fee-relief, benefits and moments. The error begins with the
// file's name.
base::Result<honour::Honours> read_honours(const std::filesystem::path& assets);

} // namespace rexue::rule_files
