// How many strokes a radical has, or stand beside it: typed in one or two digits.
#pragma once

#include <optional>

namespace rexue::ui::keyboard {

inline constexpr int most_radical_strokes = 17;
inline constexpr int most_strokes_beside = 99;

// The digits come one after the other; past `most`, the newest (0 … 9) begins anew.
constexpr int with_digit(std::optional<int> strokes, int digit, int most) {
    const int longer = strokes.value_or(0) * 10 + digit;
    return longer <= most ? longer : digit;
}

// Nothing is left of a single digit.
constexpr std::optional<int> without_digit(int strokes) {
    return strokes >= 10 ? std::optional(strokes / 10) : std::nullopt;
}

} // namespace rexue::ui::keyboard
