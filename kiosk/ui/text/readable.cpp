#include "kiosk/ui/text/readable.h"

#include <algorithm>

#include "platform/base/utf8.h"

namespace rexue::ui::text {

namespace {

bool is_private_use(char32_t point) {
    return (point >= 0xE000 && point <= 0xF8FF) || (point >= 0xF0000 && point <= 0xFFFFD) ||
           (point >= 0x100000 && point <= 0x10FFFD);
}

bool is_control(char32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

bool is_plain_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); });
}

} // namespace

std::string readable(std::string_view utf8, std::span<const char32_t> undrawable) {
    if (undrawable.empty() && is_plain_ascii(utf8)) return std::string(utf8);
    std::string text;
    text.reserve(utf8.size());
    for (const char32_t point : base::code_points(utf8)) {
        if (point == U'\n') {
            text += '\n';
        } else if (point == U'\t') {
            text += ' ';
        } else if (point == U'\r') {
            // Half of a line end: the other half says it.
        } else if (is_control(point) || is_private_use(point) ||
                   std::ranges::find(undrawable, point) != undrawable.end()) {
            text += base::spelled_out(point);
        } else {
            text += base::encode_utf8(point);
        }
    }
    return text;
}

} // namespace rexue::ui::text
