// What an honour card says of its holder, and how that lies in the token.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "net/credential/cbor_value.h"
#include "platform/base/date_text.h"
#include "platform/base/error.h"
#include "platform/base/secret_text.h"

namespace rexue::credential {

struct AwardHeld {
    std::string id; // of the ledger of awards
    int year = 0;   // 1990 … 2245
    bool operator==(const AwardHeld&) const = default;
};
BOOST_DESCRIBE_STRUCT(AwardHeld, (), (id, year))

struct HonourClaims {
    base::SecretText card_number;        // 16 digits, the last two check those before
    base::SecretText name;               // as issued: masked or whole, at most 96 bytes
    std::optional<std::string> tier;     // of honour cards: shandong-card, guangzhou-tier-2 …
    std::vector<AwardHeld> awards;       // at most 16
    std::optional<std::string> province; // GB/T 2260: 370000
    std::optional<std::string> city;     // 370200; its province goes without saying
    std::optional<int> award_count;      // as the awards count them, on the day of `as_of`
    std::optional<int> whole_blood_count;
    std::optional<base::Date> as_of;        // of the counts
    std::optional<std::string> blood_group; // only if the holder asked: A+, O-, AB …
    bool operator==(const HonourClaims&) const = default;
};

// ARCHITECTURE.md, "The honour card", has the places of this array. Trailing places without a
// value are left out; more places than we know are a newer issuer's and are stepped over.
// invalid_argument names the member that cannot be, never what it holds.
base::Result<cbor::Value> to_cbor(const HonourClaims& claims);
base::Result<HonourClaims> claims_from_cbor(const cbor::Value& value);

} // namespace rexue::credential
