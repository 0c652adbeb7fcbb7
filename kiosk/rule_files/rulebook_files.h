// The rulebooks of a folder of assets.
#pragma once

#include <filesystem>

#include "kiosk/rules/donation/bookshelf.h"

namespace rexue::rule_files {

// Every *.json of `folder`. The error begins with the file's name.
base::Result<donation::Bookshelf> read_rulebooks(const std::filesystem::path& folder);

} // namespace rexue::rule_files
