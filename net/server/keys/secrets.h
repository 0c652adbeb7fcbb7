// What people and terminals know: PINs, one-time codes, session tokens. Only hashes are stored.
#pragma once

#include <string>
#include <string_view>

#include "platform/base/error.h"

namespace rexue::server::keys {

// Argon2id with its own salt and cost, as libsodium's text form. About 100 ms and 64 MiB.
std::string hash_pin(std::string_view pin);
// As slow as hashing. False also for a hash that is none.
bool pin_matches(std::string_view hash, std::string_view pin);
// 1 to 10 digits.
bool is_staff_number(std::string_view text);

// 4–12 digits.
base::Status check_pin(std::string_view pin);

// "K7QM-2XWD-9RTA": 60 random bits in letters and digits that are not mistaken for each other.
std::string make_enrolment_code();
// Upper case without hyphens and spaces; invalid_argument when no 12 characters of ours are left.
base::Result<std::string> normalise_enrolment_code(std::string_view typed);

// 256 random bits, lower-case hex.
std::string make_token();

// SHA-256 as lower-case hex: for secrets of full strength, never for PINs.
std::string hash_of(std::string_view secret);

} // namespace rexue::server::keys
