// The keys of honour cards: one to sign them with, those before it, and the master key of dynamic
// codes. Each in a file of its own; none is ever written over.
#pragma once

#include <optional>
#include <string>

#include "net/credential/key_set.h"
#include "net/credential/signing_key.h"
#include "net/server/data_folder.h"

namespace rexue::server::keys {

inline constexpr std::string_view default_card_issuer = "rexue";

// Makes what is missing: a master key, and where there is no key yet a first one of `issuer` that
// signs from `now` on. What is there stays. corrupt or not_found when a part of it is gone;
// invalid_argument for an issuer that is no word of a-z, 0-9, '-', '.', '_'.
base::Status keep_card_keys(const DataFolder& data, const std::string& issuer, base::Instant now);

// A new key that signs from `from` on, when the newest so far ends. The old ones stay in the
// document, because cards outlive their keys. conflict while the newest has not begun yet.
base::Result<credential::KeyEntry> add_card_key(const DataFolder& data, const std::string& issuer,
                                                base::Instant from);

// All keys there are, the newest last, without day keys. Nothing where no card was ever issued
// from: empty. corrupt, io.
base::Result<credential::KeyDocument> card_key_document(const DataFolder& data);

// The key that signs at `at`, and whose it is. not_found before the first.
struct CardSigner {
    std::string issuer;
    credential::SigningKey key;
    base::Instant since{};
};
base::Result<CardSigner> card_signer(const DataFolder& data, base::Instant at);

// Of dynamic codes. not_found.
base::Result<credential::DynamicKey> card_codes_master(const DataFolder& data);

} // namespace rexue::server::keys
