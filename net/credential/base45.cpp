#include "net/credential/base45.h"

#include <array>
#include <cstdint>

namespace rexue::credential {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr std::uint32_t base = 45;
constexpr std::uint8_t no_digit = 0xFF;

constexpr std::array<std::uint8_t, 256> digits = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(no_digit);
    for (size_t i = 0; i < alphabet.size(); ++i)
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
    return table;
}();

// Least significant first: RFC 9285, section 4.
void append_digits(std::string& text, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) {
        text += alphabet[value % base];
        value /= base;
    }
}

std::unexpected<base::Error> no_base45(const char* why) {
    return base::fail(base::ErrorCode::invalid_argument, std::string("Base45: ") + why);
}

} // namespace

std::string base45_encode(std::span<const std::byte> bytes) {
    std::string text;
    text.reserve((bytes.size() * 3 + 1) / 2);
    size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        append_digits(text,
                      std::to_integer<std::uint32_t>(bytes[at]) * 256 +
                          std::to_integer<std::uint32_t>(bytes[at + 1]),
                      3);
    }
    if (at < bytes.size()) append_digits(text, std::to_integer<std::uint32_t>(bytes[at]), 2);
    return text;
}

base::Result<base::Bytes> base45_decode(std::string_view text) {
    if (text.size() % 3 == 1) return no_base45("no bytes have this length");
    base::Bytes bytes;
    bytes.reserve(text.size() / 3 * 2 + 1);
    for (size_t at = 0; at < text.size(); at += 3) {
        const std::string_view group = text.substr(at, 3);
        std::uint32_t value = 0;
        for (size_t i = group.size(); i-- > 0;) {
            const std::uint8_t digit = digits[static_cast<unsigned char>(group[i])];
            if (digit == no_digit) return no_base45("a character outside the alphabet");
            value = value * base + digit;
        }
        if (value > (group.size() == 3 ? 0xFFFFU : 0xFFU)) return no_base45("a group is too large");
        if (group.size() == 3) bytes.push_back(static_cast<std::byte>(value >> 8));
        bytes.push_back(static_cast<std::byte>(value & 0xFF));
    }
    return bytes;
}

} // namespace rexue::credential
