// Bytes as text: hexadecimal and Base64 (RFC 4648).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/error.h"

namespace rexue::base {

using Bytes = std::vector<std::byte>;

// Views text as the bytes it is made of.
inline std::span<const std::byte> bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

std::string hex_encode(std::span<const std::byte> bytes);    // lower case
Result<Bytes> hex_decode(std::string_view text);             // either case; invalid_argument
std::string base64_encode(std::span<const std::byte> bytes); // with padding
Result<Bytes> base64_decode(std::string_view text);          // padded, canonical; invalid_argument

} // namespace rexue::base
