#include "platform/base/encoding.h"

#include <algorithm>
#include <cstdint>

namespace rexue::base {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view base64_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

std::string hex_encode(std::span<const std::byte> bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::byte byte : bytes) {
        const auto value = std::to_integer<unsigned>(byte);
        text += hex_digits[value >> 4];
        text += hex_digits[value & 0x0F];
    }
    return text;
}

Result<Bytes> hex_decode(std::string_view text) {
    if (text.size() % 2 != 0) return fail(ErrorCode::invalid_argument, "odd number of hex digits");
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (size_t i = 0; i < text.size(); i += 2) {
        const int high = hex_value(text[i]);
        const int low = hex_value(text[i + 1]);
        if (high < 0 || low < 0) return fail(ErrorCode::invalid_argument, "not a hex digit");
        bytes.push_back(static_cast<std::byte>(high * 16 + low));
    }
    return bytes;
}

std::string base64_encode(std::span<const std::byte> bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (size_t i = 0; i < bytes.size(); i += 3) {
        const size_t count = std::min<size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (size_t k = 0; k < 3; ++k) {
            group = (group << 8) | (k < count ? std::to_integer<std::uint32_t>(bytes[i + k]) : 0);
        }
        for (size_t k = 0; k < 4; ++k) {
            text += k <= count ? base64_digits[(group >> (18 - 6 * k)) & 0x3F] : '=';
        }
    }
    return text;
}

Result<Bytes> base64_decode(std::string_view text) {
    const auto malformed = [] { return fail(ErrorCode::invalid_argument, "not Base64"); };
    if (text.size() % 4 != 0) return malformed();
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (size_t i = 0; i < text.size(); i += 4) {
        const bool last = i + 4 == text.size();
        const size_t padding =
            !last || text[i + 3] != '=' ? 0 : (text[i + 2] == '=' ? size_t{2} : size_t{1});
        std::uint32_t group = 0;
        for (size_t k = 0; k < 4; ++k) {
            const size_t value = k < 4 - padding ? base64_digits.find(text[i + k]) : 0;
            if (value == std::string_view::npos) return malformed();
            group = (group << 6) | static_cast<std::uint32_t>(value);
        }
        // Canonical: bits that the padding cuts off must be zero, so one text means one value.
        if ((padding == 1 && (group & 0xFF) != 0) || (padding == 2 && (group & 0xFFFF) != 0)) {
            return malformed();
        }
        for (size_t k = 0; k < 3 - padding; ++k) {
            bytes.push_back(static_cast<std::byte>((group >> (16 - 8 * k)) & 0xFF));
        }
    }
    return bytes;
}

} // namespace rexue::base
