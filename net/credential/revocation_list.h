// Which of an issuer's cards no longer count: one bit a card, signed as cards are.
//
// COSE_Sign1 of a CWT with issuer, time of issue and, under -65538, a zlib stream of the bits: card
// i is bit i % 8 (the least first) of byte i / 8.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "net/credential/key_set.h"
#include "net/credential/signing_key.h"

namespace rexue::credential {

class RevocationList {
  public:
    static constexpr std::uint32_t max_cards = 16 * 1024 * 1024;
    static constexpr std::int64_t claim_key = -65'538;

    RevocationList(std::string issuer, base::Instant issued)
        : issuer_(std::move(issuer)), issued_(issued) {}

    // untrusted: not signed by a key of `keys` that its issuer had then. invalid_argument,
    // limit_exceeded.
    static base::Result<RevocationList> read(std::span<const std::byte> bytes, const KeySet& keys);
    base::Result<base::Bytes> write(const SigningKey& key) const;

    // limit_exceeded past max_cards. For good: an issuer gives the card a new place instead.
    base::Status revoke(std::uint32_t index);
    // A card that is newer than the list has no bit yet: not revoked.
    bool is_revoked(std::uint32_t index) const;

    const std::string& issuer() const { return issuer_; }
    base::Instant issued() const { return issued_; }
    void set_issued(base::Instant issued) { issued_ = issued; }
    size_t count() const; // of revoked cards

  private:
    std::string issuer_;
    base::Instant issued_;
    base::Bytes bits_;
};

} // namespace rexue::credential
