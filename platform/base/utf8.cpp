#include "platform/base/utf8.h"

#include <cstdint>

namespace rexue::base {

namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t code_point;
    size_t length;
    bool valid;
};

Decoded decode_at(std::string_view text, size_t index) {
    const auto byte_at = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const Decoded malformed{.code_point = replacement, .length = 1, .valid = false};
    const unsigned char lead = byte_at(index);
    if (lead < 0x80) return {.code_point = lead, .length = 1, .valid = true};
    const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || index + length > text.size()) return malformed;
    char32_t value = lead & (0x7F >> length);
    for (size_t i = 1; i < length; ++i) {
        const unsigned char next = byte_at(index + i);
        if ((next & 0xC0) != 0x80) return malformed;
        value = (value << 6) | (next & 0x3F);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (overlong || surrogate || value > 0x10FFFF) return malformed;
    return {.code_point = value, .length = length, .valid = true};
}

} // namespace

bool is_valid_utf8(std::string_view text) {
    for (size_t i = 0; i < text.size();) {
        const Decoded decoded = decode_at(text, i);
        if (!decoded.valid) return false;
        i += decoded.length;
    }
    return true;
}

std::vector<char32_t> code_points(std::string_view utf8) {
    std::vector<char32_t> points;
    // A vector that never grows leaves no copy of somebody's name behind.
    points.reserve(utf8.size());
    for (size_t i = 0; i < utf8.size();) {
        const Decoded decoded = decode_at(utf8, i);
        points.push_back(decoded.code_point);
        i += decoded.length;
    }
    return points;
}

std::string encode_utf8(char32_t point) {
    // What is no character must not become text that no reader accepts.
    if ((point >= 0xD800 && point <= 0xDFFF) || point > 0x10FFFF) point = replacement;
    std::string text;
    const auto add = [&](char32_t value) { text += static_cast<char>(value); };
    if (point < 0x80) {
        add(point);
    } else if (point < 0x800) {
        add(0xC0 | (point >> 6));
        add(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        add(0xE0 | (point >> 12));
        add(0x80 | ((point >> 6) & 0x3F));
        add(0x80 | (point & 0x3F));
    } else {
        add(0xF0 | (point >> 18));
        add(0x80 | ((point >> 12) & 0x3F));
        add(0x80 | ((point >> 6) & 0x3F));
        add(0x80 | (point & 0x3F));
    }
    return text;
}

std::string encode_utf8(std::span<const char32_t> points) {
    std::string text;
    for (const char32_t point : points)
        text += encode_utf8(point);
    return text;
}

bool is_attached(char32_t point) {
    const auto within = [point](char32_t low, char32_t high) {
        return point >= low && point <= high;
    };
    return within(0x0300, 0x036F) || within(0x200C, 0x200D) || within(0xFE00, 0xFE0F) ||
           within(0xE0100, 0xE01EF);
}

std::string spelled_out(char32_t point) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hex;
    for (auto rest = static_cast<std::uint32_t>(point); rest > 0 || hex.size() < 4; rest >>= 4)
        hex.insert(hex.begin(), digits[rest & 0xF]);
    return "〔U+" + hex + "〕";
}

std::string utf8_from_utf16le(std::span<const std::byte> bytes) {
    const auto unit_at = [&](size_t i) {
        return static_cast<char32_t>(std::to_integer<std::uint32_t>(bytes[2 * i]) |
                                     (std::to_integer<std::uint32_t>(bytes[2 * i + 1]) << 8));
    };
    const auto is_high = [](char32_t u) { return u >= 0xD800 && u <= 0xDBFF; };
    const auto is_low = [](char32_t u) { return u >= 0xDC00 && u <= 0xDFFF; };
    std::string text;
    const size_t count = bytes.size() / 2;
    for (size_t i = 0; i < count; ++i) {
        const char32_t unit = unit_at(i);
        if (is_high(unit) && i + 1 < count && is_low(unit_at(i + 1))) {
            text += encode_utf8(0x10000 + ((unit - 0xD800) << 10) + (unit_at(i + 1) - 0xDC00));
            ++i;
        } else {
            text += is_high(unit) || is_low(unit) ? spelled_out(unit) : encode_utf8(unit);
        }
    }
    return text;
}

std::vector<std::byte> utf16le_from_utf8(std::string_view utf8) {
    std::vector<std::byte> bytes;
    const auto add_unit = [&](char32_t unit) {
        bytes.push_back(static_cast<std::byte>(unit & 0xFF));
        bytes.push_back(static_cast<std::byte>((unit >> 8) & 0xFF));
    };
    for (const char32_t point : code_points(utf8)) {
        if (point < 0x10000) {
            add_unit(point);
        } else {
            add_unit(0xD800 + ((point - 0x10000) >> 10));
            add_unit(0xDC00 + ((point - 0x10000) & 0x3FF));
        }
    }
    return bytes;
}

std::string_view trimmed(std::string_view utf8) {
    std::string_view text = utf8;
    constexpr std::string_view wide_space = "\xE3\x80\x80";
    const auto is_padding = [](char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0';
    };
    for (bool again = true; again && !text.empty();) {
        again = false;
        if (is_padding(text.front())) {
            text.remove_prefix(1);
            again = true;
        } else if (text.starts_with(wide_space)) {
            text.remove_prefix(wide_space.size());
            again = true;
        } else if (is_padding(text.back())) {
            text.remove_suffix(1);
            again = true;
        } else if (text.ends_with(wide_space)) {
            text.remove_suffix(wide_space.size());
            again = true;
        }
    }
    return text;
}

} // namespace rexue::base
