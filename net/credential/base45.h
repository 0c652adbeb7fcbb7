// Base45 (RFC 9285): bytes in the 45 characters that a QR code packs into five and a half bits.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "platform/base/encoding.h"
#include "platform/base/error.h"

namespace rexue::credential {

std::string base45_encode(std::span<const std::byte> bytes);

// Strict: exactly the texts that base45_encode makes. invalid_argument for a character outside the
// alphabet (lower case too), a length that no bytes have, and groups past 65535 or 255.
base::Result<base::Bytes> base45_decode(std::string_view text);

} // namespace rexue::credential
