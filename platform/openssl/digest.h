// What a text is known by.
#pragma once

#include <string>
#include <string_view>

#include "platform/base/error.h"

namespace rexue::openssl {

// SHA-256 in 64 lower-case hex digits. internal when the library cannot.
base::Result<std::string> sha256_hex(std::string_view text);

} // namespace rexue::openssl
