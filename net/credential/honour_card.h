// A whole honour card: who issued it, when, until when, and what it says.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "net/credential/honour_claims.h"
#include "net/credential/signing_key.h"

namespace rexue::credential {

struct HonourCard {
    std::string issuer; // is_issuer()
    base::Instant issued{};
    base::Instant expires{};
    std::optional<base::Instant> not_before{};
    // Its place in the issuer's revocation list, and, as `cti`, what makes this card one of its
    // own: an issuer gives a place once. Below RevocationList::max_cards.
    std::uint32_t index = 0;
    HonourClaims claims{};
};

// RFC 8392 keeps keys below -65536 for private use.
inline constexpr std::int64_t honour_claim_key = -65'537;

// The text of the QR code, "RXH1:…". invalid_argument names the member that cannot be; times are
// kept in whole seconds. Counts without `as_of` are of the day of issue (UTC+8), and a card whose
// `as_of` is that day does not say it.
base::Result<std::string> issue(const HonourCard& card, const SigningKey& key);

// The payload of such a card. invalid_argument.
base::Result<HonourCard> read_honour_card(std::span<const std::byte> payload);

} // namespace rexue::credential
