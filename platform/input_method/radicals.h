// The radicals (部首) that characters are looked for under, in the shapes people see: 氵 and 水.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace rexue::input_method {

inline constexpr int max_radical_strokes = 17;

// "212'", as Unihan writes it, as a number; nothing if it is none of the 214.
std::optional<std::uint16_t> radical_code(std::string_view unihan);

// What is listed under a shape; nothing for a shape that is no radical.
std::vector<std::uint16_t> codes_of_radical(std::string_view shape);

// Shapes drawn with so many strokes, 1 … max_radical_strokes, everyday ones first.
std::vector<std::string_view> radicals_of(int strokes);

} // namespace rexue::input_method
