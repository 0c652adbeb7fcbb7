// Honour cards on the wire. POST /v1/cards asks with a DonorQuery; the keys of
// GET /v1/catalogues/keys are a credential::KeyDocument.
#pragma once

#include <cstdint>
#include <string>

#include <boost/describe.hpp>

#include "platform/base/date_text.h"

namespace rexue::wire {

// 201; 404 not_found for somebody who is not known, 409 where nothing is held.
struct CardIssued {
    std::string text; // of the QR code, "RXH1:…"
    base::Instant expires{};
};
BOOST_DESCRIBE_STRUCT(CardIssued, (), (text, expires))

// GET /v1/catalogues/revocations: which of the issuer's cards no longer count.
struct CardRevocations {
    std::string list; // Base64 of a signed credential::RevocationList
};
BOOST_DESCRIBE_STRUCT(CardRevocations, (), (list))

// POST /v1/cards/seen: a dynamic code that was shown at this terminal just now.
struct CodeShown {
    std::string card_number; // 16 digits
    std::int64_t step = 0;   // half minutes since 2020-01-01 UTC
};
BOOST_DESCRIBE_STRUCT(CodeShown, (), (card_number, step))

struct CodeHeard {
    bool first_time = false; // at no other terminal before
};
BOOST_DESCRIBE_STRUCT(CodeHeard, (), (first_time))

} // namespace rexue::wire
