#include "kiosk/rules/identity/card_code.h"

#include <algorithm>

#include "platform/base/mod_97_10.h"
#include "platform/base/utf8.h"

namespace rexue::identity {

namespace {

constexpr std::string_view prefix = "REXUE1:";
constexpr size_t number_digits = 16;
// Links and payment codes stay far below; longer texts are made to hurt.
constexpr size_t longest_bytes = 1024;

// Characters that are not seen but change what is seen: controls, marks of direction, zero-width
// ones, line separators.
bool is_unseen(char32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x061C ||
           (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF;
}

bool is_hostile(std::string_view text) {
    return text.size() > longest_bytes || !base::is_valid_utf8(text) ||
           std::ranges::any_of(base::code_points(text), is_unseen);
}

} // namespace

std::expected<CardCode, CodeFault> parse_card_code(std::string_view text) {
    if (is_hostile(text)) return std::unexpected(CodeFault::hostile);
    if (!text.starts_with(prefix)) return std::unexpected(CodeFault::not_ours);
    const std::string_view number = text.substr(prefix.size());
    if (number.size() != number_digits || !base::has_check_digits(number)) {
        return std::unexpected(CodeFault::mistyped);
    }
    return CardCode{.card_number = std::string(number)};
}

std::string card_code_text(const CardCode& code) {
    return std::string(prefix) + code.card_number.str();
}

base::Result<std::string> make_card_number(std::string_view digits) {
    if (digits.size() != number_digits - 2 || !base::is_all_digits(digits)) {
        return base::fail(base::ErrorCode::invalid_argument, "a card number starts with 14 digits");
    }
    return base::with_check_digits(digits);
}

} // namespace rexue::identity
