// How a credential becomes a QR code's text: prefix, Base45, zlib where that is shorter, bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "platform/base/encoding.h"
#include "platform/base/error.h"

namespace rexue::credential {

// All of it is in a QR code's alphanumeric set.
inline constexpr std::string_view card_prefix = "RXH1:";
inline constexpr std::string_view dynamic_prefix = "RXD1:";

// More than any QR code of letters holds (4296 of them).
inline constexpr size_t max_text_chars = 4'500;
inline constexpr size_t max_unpacked_bytes = 32 * 1024;

std::string pack(std::string_view prefix, std::span<const std::byte> bytes);

struct Unpacked {
    std::string_view prefix; // of the text it came from, with its colon
    base::Bytes bytes;
};

// Any prefix of one to eight capital letters and digits. A zlib stream is known by its first byte,
// 0x78, with which no COSE_Sign1 begins (as the EU's HC1 has it). invalid_argument, limit_exceeded.
base::Result<Unpacked> unpack(std::string_view text);

} // namespace rexue::credential
