// Check digits of ISO 7064 MOD 97-10: they catch every wrong digit and every two that were swapped.
#pragma once

#include <string>
#include <string_view>

namespace rexue::base {

// True for one digit or more, 0 to 9, and nothing else.
bool is_all_digits(std::string_view text);

// The number with its two check digits behind it. `digits` must be all digits.
std::string with_check_digits(std::string_view digits);

// True when the last two of the digits are the check digits of those before.
bool has_check_digits(std::string_view digits);

} // namespace rexue::base
