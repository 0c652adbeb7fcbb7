#include "kiosk/ui/speech/letters.h"

#include <algorithm>
#include <array>

#include "platform/base/utf8.h"

namespace rexue::ui::speech {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds comma{160};
constexpr milliseconds full_stop{320};

char32_t code_point_of(std::string_view character) {
    const auto points = base::code_points(character);
    return points.empty() ? 0 : points.front();
}

bool is_white(std::string_view character) {
    return character == " " || character == "\n" || character == "\t" || character == "\r" ||
           character == "\u3000" || character == "\u00A0";
}

} // namespace

std::string_view first_character(std::string_view utf8) {
    if (utf8.empty()) return {};
    const auto lead = static_cast<unsigned char>(utf8.front());
    const size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return utf8.substr(0, std::min(length, utf8.size()));
}

bool is_separator(std::string_view character) {
    if (is_white(character)) return true;
    const char32_t point = code_point_of(character);
    if (point < 0x80) {
        const char c = static_cast<char>(point);
        return !is_word_letter(c) && c != '*' && c != '#' && c != '%';
    }
    // Middle dot; dashes, quotes and dots; the brackets and stops of Chinese; full-width marks.
    return point == 0xB7 || (point >= 0x2010 && point <= 0x203A && point != 0x2022) ||
           (point >= 0x3001 && point <= 0x3003) || (point >= 0x3008 && point <= 0x301F) ||
           point == 0xFF01 || point == 0xFF08 || point == 0xFF09 || point == 0xFF0C ||
           point == 0xFF0E || point == 0xFF1A || point == 0xFF1B || point == 0xFF1F;
}

milliseconds pause_of(std::string_view character) {
    static constexpr std::array<std::string_view, 8> stops = {".",  "!",  "?",  "…",
                                                              "。", "！", "？", "\n"};
    static constexpr std::array<std::string_view, 9> commas = {",",  ":",  ";", "，", "、",
                                                               "：", "；", "·", "—"};
    if (std::ranges::find(stops, character) != stops.end()) return full_stop;
    if (std::ranges::find(commas, character) != commas.end()) return comma;
    return milliseconds(0);
}

std::string plain_words(std::string_view utf8) {
    std::string plain;
    size_t end = 0; // behind the last character that is heard
    bool space = false;
    while (!utf8.empty()) {
        const std::string_view character = first_character(utf8);
        utf8.remove_prefix(character.size());
        if (is_white(character)) {
            space = true;
            continue;
        }
        const bool separates = is_separator(character);
        if (plain.empty() && separates) continue;
        if (space && !plain.empty()) plain += ' ';
        space = false;
        plain += character;
        if (!separates) end = plain.size();
    }
    plain.resize(end);
    return plain;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_word_letter(char c) {
    return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z');
}

} // namespace rexue::ui::speech
