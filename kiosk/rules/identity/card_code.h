// What an honour card's QR code holds in this release: "REXUE1:" and a card number of 16 digits,
// the last two the MOD 97-10 check digits of ISO 7064.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include <boost/describe.hpp>

#include "platform/base/error.h"
#include "platform/base/secret_text.h"

namespace rexue::identity {

struct CardCode {
    base::SecretText card_number; // 16 digits
};

enum class CodeFault {
    not_ours, // another issuer's code, a URL, a payment code …
    mistyped, // our prefix, wrong length or check digits
    hostile,  // no text, control or direction characters, or far too long
};
BOOST_DESCRIBE_ENUM(CodeFault, not_ours, mistyped, hostile)

std::expected<CardCode, CodeFault> parse_card_code(std::string_view scanned_text);

// The text to print as a QR code for a card number.
std::string card_code_text(const CardCode& code);

// The 14 digits with their two check digits behind them; invalid_argument otherwise.
base::Result<std::string> make_card_number(std::string_view fourteen_digits);

} // namespace rexue::identity
