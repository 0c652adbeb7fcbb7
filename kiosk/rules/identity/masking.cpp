#include "kiosk/rules/identity/masking.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "platform/base/utf8.h"

namespace rexue::identity {

namespace {

// As base::spelled_out writes half a character of a card: the whole of it is one.
bool is_being_spelled_out(std::string_view character) {
    return character.starts_with("〔") && !character.ends_with("〕");
}

std::vector<std::string> characters_of(std::string_view text) {
    std::vector<std::string> characters;
    for (const char32_t point : base::code_points(text)) {
        if (!characters.empty() &&
            (base::is_attached(point) || is_being_spelled_out(characters.back()))) {
            characters.back() += base::encode_utf8(point);
        } else {
            characters.push_back(base::encode_utf8(point));
        }
    }
    return characters;
}

// Basic Latin to Latin Extended-B.
bool is_latin(char32_t point) {
    return (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z') ||
           (point >= 0x00C0 && point <= 0x024F);
}

// Between the parts of a name: 古丽·买买提.
constexpr std::string_view name_dot = "·";

std::string stars(size_t count) {
    return std::string(count, '*');
}

// As many stars as hide how long a name is.
std::string name_stars(size_t count) {
    constexpr size_t most = 2;
    return stars(std::min(count, most));
}

std::string mask_latin(std::string_view name) {
    std::string masked;
    for (size_t at = 0; at <= name.size();) {
        const size_t end = std::min(name.find(' ', at), name.size());
        const auto word = characters_of(name.substr(at, end - at));
        if (word.size() == 1) masked += '*';
        if (word.size() > 1) masked += word.front() + name_stars(word.size() - 1);
        if (end < name.size()) masked += ' ';
        at = end + 1;
    }
    return masked;
}

} // namespace

std::string mask_name(std::string_view name) {
    const std::string_view bare = base::trimmed(name);
    const auto points = base::code_points(bare);
    if (!points.empty() && is_latin(points.front())) return mask_latin(bare);
    const auto characters = characters_of(bare);
    if (characters.size() < 2) return stars(characters.size());
    if (characters.size() == 2) return characters.front() + "*";
    std::string masked = characters.front();
    size_t hidden = 0;
    for (size_t i = 1; i < characters.size(); ++i) {
        const bool is_shown = characters[i] == name_dot || i + 1 == characters.size();
        if (!is_shown) {
            ++hidden;
            continue;
        }
        masked += name_stars(std::exchange(hidden, 0)) + characters[i];
    }
    return masked;
}

std::string mask_number(std::string_view number) {
    constexpr size_t long_enough = 12;
    const auto characters = characters_of(base::trimmed(number));
    const size_t count = characters.size();
    const size_t head = count >= long_enough ? 4 : 0;
    const size_t tail = count >= long_enough ? 4 : count > 2 ? 2 : 0;
    std::string masked;
    for (size_t i = 0; i < count; ++i) {
        masked += i < head || i >= count - tail ? characters[i] : "*";
    }
    return masked;
}

} // namespace rexue::identity
