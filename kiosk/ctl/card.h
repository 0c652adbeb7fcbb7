// rexuectl card: keys, honour cards, dynamic codes and revocations, by hand.
//
// All end with 0 when it was done (for verify: valid), 1 for another verdict, 2 with one line on
// `err`, which names the file, for input that cannot be used: a file that is not there or
// malformed, a time that is none.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/date_text.h"

namespace rexue::ctl {

struct NewKeyOrder {
    std::filesystem::path folder; // gets ISSUER-KID.key.pem (mode 0600) and ISSUER-KID.json
    std::string issuer;
    bool master = false; // 32 random bytes for dynamic codes instead: ISSUER.master (0600)
};
// Prints {kid, private_key, key_set}; of a master key {private_key}.
int new_card_key(const NewKeyOrder& order, base::Instant now, std::ostream& out, std::ostream& err);

struct IssueOrder {
    std::filesystem::path holder; // members as in the README
    std::filesystem::path key;
    std::filesystem::path png;
    std::filesystem::path assets; // whose awards and honour cards may be named
};
// A QR code at level Q, of version 12 at most. Prints {text, version}. A tier or award that no
// asset has is refused.
int issue_card(const IssueOrder& order, base::Instant now, std::ostream& out, std::ostream& err);

struct VerifyOrder {
    std::string text;           // or a picture's file
    std::filesystem::path keys; // a folder: key sets (*.json), public keys and certificates (*.pem)
    std::optional<std::filesystem::path> revocations;
    std::optional<std::filesystem::path> seen; // a file that keeps which dynamic codes were seen
    std::optional<std::string> at;             // RFC 3339; now without it
};
// Prints {verdict, why, claims, remarks}.
int verify_card(const VerifyOrder& order, base::Instant now, std::ostream& out, std::ostream& err);

struct InspectOrder {
    std::string text;                                 // or a picture's file
    std::optional<std::filesystem::path> certificate; // or a public key
};
// Prints {prefix, kid, alg, signature, issued, expires, payload}.
int inspect_card(const InspectOrder& order, std::ostream& out, std::ostream& err);

struct DynamicOrder {
    std::optional<std::filesystem::path> master;     // 32 bytes
    std::optional<std::filesystem::path> holder_key; // or these: the holder's own of that day
    std::string card_number;
    std::optional<std::filesystem::path> png;
    std::optional<std::filesystem::path> day_keys; // written: the days' around it, of a master
    std::optional<std::string> at;
};
// Prints {text, version, from, until}.
int dynamic_code(const DynamicOrder& order, base::Instant now, std::ostream& out,
                 std::ostream& err);

struct RevokeOrder {
    std::filesystem::path list; // made when it is not there
    std::filesystem::path key;
    std::string issuer;
    std::vector<std::uint32_t> indices;
    std::optional<std::filesystem::path> keys; // for a list that an earlier key has signed
};
// Prints {issuer, issued, revoked}.
int revoke_cards(const RevokeOrder& order, base::Instant now, std::ostream& out, std::ostream& err);

} // namespace rexue::ctl
