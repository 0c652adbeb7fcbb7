#include "net/credential/container.h"

#include <algorithm>

#include "net/credential/base45.h"
#include "net/credential/compression.h"

namespace rexue::credential {

namespace {

constexpr std::byte zlib_first{0x78};
constexpr size_t longest_prefix_chars = 8;

bool is_prefix(std::string_view text) {
    return !text.empty() && text.size() <= longest_prefix_chars &&
           std::ranges::all_of(
               text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

} // namespace

std::string pack(std::string_view prefix, std::span<const std::byte> bytes) {
    const base::Bytes shorter = compress(bytes);
    const bool is_shorter = shorter.size() < bytes.size();
    return std::string(prefix) + base45_encode(is_shorter ? std::span(shorter) : bytes);
}

base::Result<Unpacked> unpack(std::string_view text) {
    if (text.size() > max_text_chars) {
        return base::fail(base::ErrorCode::limit_exceeded, "too long for a QR code");
    }
    const size_t colon = text.find(':');
    if (colon == std::string_view::npos || !is_prefix(text.substr(0, colon))) {
        return base::fail(base::ErrorCode::invalid_argument, "no prefix of a credential");
    }
    auto bytes = base45_decode(text.substr(colon + 1));
    if (!bytes) return base::fail(bytes);
    if (bytes->empty()) return base::fail(base::ErrorCode::invalid_argument, "nothing is in it");
    if (bytes->front() == zlib_first) {
        bytes = decompress(*bytes, max_unpacked_bytes);
        if (!bytes) return base::fail(bytes);
    }
    return Unpacked{.prefix = text.substr(0, colon + 1), .bytes = std::move(*bytes)};
}

} // namespace rexue::credential
