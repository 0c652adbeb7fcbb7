// Two languages that nobody speaks, made from the English words: they find a text that is not
// translated, has no room to grow, or breaks when a screen is read from right to left.
#pragma once

#include <string>
#include <string_view>

namespace rexue::ui {

inline constexpr std::string_view pseudo_language = "en_XA";               // [Ćöñţîñûé ~~~]
inline constexpr std::string_view pseudo_right_to_left_language = "ar_XB"; // the same, mirrored

// Accents on the letters, about a third longer, in brackets; places ("{}", "{0}") and line ends
// stay what they are.
std::string pseudo_of(std::string_view english, std::string_view language);

} // namespace rexue::ui
