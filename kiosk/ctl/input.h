// What commands read: a file or standard input.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "platform/base/error.h"

namespace rexue::ctl {

inline constexpr size_t max_input_bytes = 1024 * 1024;

// "-": from `in`. limit_exceeded beyond max_input_bytes; not_found, io.
base::Result<std::string> read_input(const std::string& file, std::istream& in);

} // namespace rexue::ctl
