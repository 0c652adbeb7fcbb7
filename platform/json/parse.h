// JSON from outside, with limits on size and depth.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <boost/json.hpp>

#include "platform/base/error.h"

namespace rexue::json {

struct Limits {
    size_t max_bytes = 1024 * 1024;
    size_t max_depth = 32;
};

// Strict RFC 8259: no comments, no trailing commas, valid UTF-8; and no member twice in an object:
// of two nobody knows which was meant. invalid_argument (with the byte offset, or the pointer of
// the second one) or limit_exceeded.
base::Result<boost::json::value> parse(std::string_view text, const Limits& limits = {});

// Indented by two spaces, keys in their order, with a final line end: for files people read.
std::string pretty(const boost::json::value& value);

} // namespace rexue::json
