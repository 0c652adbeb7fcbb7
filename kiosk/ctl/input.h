// What commands read: a file or standard input, and folders of JSON.
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "kiosk/rules/donation/bookshelf.h"

namespace rexue::ctl {

inline constexpr size_t max_input_bytes = 1024 * 1024;

// "-": from `in`. limit_exceeded beyond max_input_bytes; not_found, io.
base::Result<std::string> read_input(const std::string& file, std::istream& in);

// Every *.json of a folder, by name.
base::Result<std::vector<base::NamedText>> read_json_files(const std::filesystem::path& folder);

// The rulebooks of a folder. A refusal begins with the file's name.
base::Result<donation::Bookshelf> read_rulebooks(const std::filesystem::path& folder);

} // namespace rexue::ctl
