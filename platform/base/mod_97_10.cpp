#include "platform/base/mod_97_10.h"

#include <algorithm>

#include <fmt/format.h>

#include "platform/base/error.h"

namespace rexue::base {

namespace {

int modulo_97(std::string_view digits) {
    int rest = 0;
    for (const char c : digits)
        rest = (rest * 10 + (c - '0')) % 97;
    return rest;
}

} // namespace

bool is_all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string with_check_digits(std::string_view digits) {
    REXUE_ASSERT(is_all_digits(digits));
    const std::string number(digits);
    return number + fmt::format("{:02}", 98 - modulo_97(number + "00"));
}

// ISO 7064 MOD 97-10: the whole number leaves a rest of 1.
bool has_check_digits(std::string_view digits) {
    return digits.size() > 2 && is_all_digits(digits) && modulo_97(digits) == 1;
}

} // namespace rexue::base
