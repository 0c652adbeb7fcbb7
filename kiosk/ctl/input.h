// What commands read: a file or standard input.
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>

#include "platform/base/error.h"

namespace rexue::ctl {

inline constexpr size_t max_input_bytes = 1024 * 1024;

// The error with the name of the file it is about: "holder.json: no such file".
base::Error about(const std::filesystem::path& file, base::Error error);

// storage::read_text_file() whose errors name the file.
base::Result<std::string> read_named_file(const std::filesystem::path& file, size_t max_bytes);

// How errors about an input begin: the file's name, or "standard input" for "-".
std::string input_name(const std::string& file);

// "-": from `in`. limit_exceeded beyond max_input_bytes; not_found, io. Errors name
// the file.
base::Result<std::string> read_input(const std::string& file, std::istream& in);

} // namespace rexue::ctl
