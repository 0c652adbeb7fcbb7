// Texts by character, as speech looks at them: what is heard and what only separates.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace rexue::ui::speech {

// The first character of well-formed UTF-8, "" of nothing; a malformed byte alone.
std::string_view first_character(std::string_view utf8);

// Spaces, line ends and punctuation: heard as a pause at most. Stars and dots that stand for hidden
// letters are not among them.
bool is_separator(std::string_view character);
// How long it is heard: none for a space, longer for the end of a sentence.
std::chrono::milliseconds pause_of(std::string_view character);

// White space of any kind as one space, and no separators at the ends: how texts are compared.
std::string plain_words(std::string_view utf8);

bool is_digit(char c);
bool is_upper(char c);       // A … Z
bool is_word_letter(char c); // of a word written in Latin letters, or a number

} // namespace rexue::ui::speech
