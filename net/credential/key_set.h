// The keys that cards are verified with: each with its issuer, its time, and its end.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "net/credential/dynamic_code.h"
#include "net/credential/verification_key.h"
#include "platform/base/date_text.h"

namespace rexue::credential {

// ---- the document that a server hands out and a terminal keeps; JSON ----

struct KeyEntry {
    std::string kid; // 16 hex digits
    std::string issuer;
    Algorithm algorithm = Algorithm::es256;
    std::string public_key; // SubjectPublicKeyInfo, Base64
    base::Instant valid_from{};
    std::optional<base::Instant> valid_to{}; // from then on it issues nothing
    std::optional<bool> withdrawn{};         // lost or stolen: nothing it ever signed counts
};
BOOST_DESCRIBE_STRUCT(KeyEntry, (),
                      (kid, issuer, algorithm, public_key, valid_from, valid_to, withdrawn))

struct DayKeyEntry {
    base::Date day;  // UTC
    std::string key; // Base64; secret, for terminals only
};
BOOST_DESCRIBE_STRUCT(DayKeyEntry, (), (day, key))

struct KeyDocument {
    std::vector<KeyEntry> keys;
    std::optional<std::vector<DayKeyEntry>> day_keys;
};
BOOST_DESCRIBE_STRUCT(KeyDocument, (), (keys, day_keys))

KeyEntry entry_of(const VerificationKey& key, std::string issuer, base::Instant valid_from);

// ---- what is verified with ----

struct TrustedKey {
    VerificationKey key;
    std::string issuer; // empty: any (a PEM file says nothing of it)
    std::optional<base::Instant> valid_from{};
    std::optional<base::Instant> valid_to{};
    bool withdrawn = false;
};

class KeySet {
  public:
    static constexpr size_t max_keys = 1'000;

    // All of the document or nothing. invalid_argument: an entry's kid or algorithm is not its
    // key's, or the key is none. A key that is known twice must be known alike (conflict): who is
    // told "withdrawn" by one file and "good" by another, is told nothing.
    base::Status add(std::string_view json);
    base::Status add(TrustedKey key);

    // Null: unknown.
    const TrustedKey* find(std::span<const std::byte> key_id) const;
    const DynamicKey* day_key(std::uint16_t day) const;
    size_t size() const { return keys_.size(); }

  private:
    base::Status add_entry(const KeyEntry& entry);
    base::Status add_day_key(const DayKeyEntry& entry);

    std::map<KeyId, TrustedKey> keys_;
    std::map<std::uint16_t, DynamicKey> day_keys_;
};

} // namespace rexue::credential
