#include "kiosk/ui/pseudo_language.h"

#include <array>
#include <utility>

namespace rexue::ui {

namespace {

constexpr std::array<std::pair<char, std::string_view>, 21> accents{{
    {'a', "à"}, {'c', "ç"}, {'d', "ď"}, {'e', "é"}, {'g', "ğ"}, {'i', "î"}, {'l', "ł"},
    {'n', "ñ"}, {'o', "ö"}, {'r', "ř"}, {'s', "š"}, {'t', "ţ"}, {'u', "û"}, {'y', "ý"},
    {'z', "ž"}, {'A', "Å"}, {'C', "Ç"}, {'E', "É"}, {'I', "Î"}, {'O', "Ö"}, {'U', "Û"},
}};

// Words of other languages are a third longer than English ones on an average.
constexpr size_t letters_per_pad = 3;

constexpr std::string_view override_right_to_left = "\u202E";
constexpr std::string_view end_of_override = "\u202C";

void append_accented(std::string& made, char letter) {
    for (const auto& [plain, accented] : accents) {
        if (plain != letter) continue;
        made += accented;
        return;
    }
    made += letter;
}

std::string pseudo_line(std::string_view line, bool is_right_to_left) {
    if (line.empty()) return {};
    std::string made(is_right_to_left ? override_right_to_left : "");
    made += '[';
    bool in_place = false;
    for (const char letter : line) {
        if (letter == '{') in_place = true;
        if (in_place) {
            made += letter;
        } else {
            append_accented(made, letter);
        }
        if (letter == '}') in_place = false;
    }
    if (line.size() >= letters_per_pad) made += ' ';
    made.append(line.size() / letters_per_pad, '~');
    made += ']';
    if (is_right_to_left) made += end_of_override;
    return made;
}

} // namespace

std::string pseudo_of(std::string_view english, std::string_view language) {
    const bool is_right_to_left = language == pseudo_right_to_left_language;
    std::string made;
    while (true) {
        const size_t end = english.find('\n');
        made += pseudo_line(english.substr(0, end), is_right_to_left);
        if (end == std::string_view::npos) return made;
        made += '\n';
        english.remove_prefix(end + 1);
    }
}

} // namespace rexue::ui
