// Unicode text as it crosses our borders: UTF-16LE from cards, UTF-8 everywhere else.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rexue::base {

// True for well-formed UTF-8: no overlong forms, no surrogates, nothing past U+10FFFF.
bool is_valid_utf8(std::string_view text);

// Code points in order. A malformed byte becomes U+FFFD and is stepped over alone.
std::vector<char32_t> code_points(std::string_view utf8);

// Always well-formed: a surrogate or a value past U+10FFFF becomes U+FFFD.
std::string encode_utf8(char32_t code_point);
std::string encode_utf8(std::span<const char32_t> code_points);

// Combining marks, joiners and variation selectors: they belong to the character before them, are
// erased with it and masked with it.
bool is_attached(char32_t code_point);

// 〔U+2CEEE〕: what stands for a character that cannot be shown.
std::string spelled_out(char32_t code_point);

// Surrogate pairs become one code point of a higher plane. An unpaired surrogate is no character,
// and half a name: it is spelled out, so that who compares the text with the card, on any screen
// and in any file, sees which unit was there and no two such names are the same. An odd last byte
// is ignored.
std::string utf8_from_utf16le(std::span<const std::byte> bytes);
std::vector<std::byte> utf16le_from_utf8(std::string_view utf8);

// Spaces, tabs, line ends, U+3000 and NUL off both ends: cards pad with any of them.
std::string_view trimmed(std::string_view utf8);

} // namespace rexue::base
