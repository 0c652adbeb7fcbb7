// zlib (RFC 1950) as credentials use it: one stream, whole, of bounded size.
#pragma once

#include <span>

#include "platform/base/encoding.h"
#include "platform/base/error.h"

namespace rexue::credential {

base::Bytes compress(std::span<const std::byte> bytes);

// limit_exceeded past `max_bytes`, of which no more is ever held; invalid_argument for a stream
// that is damaged, cut, has something behind it, or ends in bits that say nothing and are not zero.
base::Result<base::Bytes> decompress(std::span<const std::byte> stream, size_t max_bytes);

} // namespace rexue::credential
