#include "net/credential/honour_card.h"

#include "net/credential/container.h"
#include "net/credential/cose_sign1.h"
#include "net/credential/cwt.h"
#include "net/credential/issuer.h"
#include "net/credential/revocation_list.h"

namespace rexue::credential {

namespace {

constexpr std::chrono::hours house_offset{8};

std::unexpected<base::Error> fault(const char* what) {
    return base::fail(base::ErrorCode::invalid_argument, what);
}

std::int64_t seconds(base::Instant instant) {
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}

base::Instant instant(std::int64_t seconds_since_1970) {
    return base::Instant(std::chrono::seconds(seconds_since_1970));
}

base::Date day_of(base::Instant issued) {
    return base::local_time(issued, house_offset).date;
}

// As few bytes as hold it, one at least, the largest first.
base::Bytes index_bytes(std::uint32_t index) {
    base::Bytes bytes;
    do {
        bytes.insert(bytes.begin(), static_cast<std::byte>(index & 0xFF));
        index >>= 8;
    } while (index != 0);
    return bytes;
}

std::optional<std::uint32_t> index_of(const base::Bytes& bytes) {
    if (bytes.empty() || bytes.size() > 4) return std::nullopt;
    if (bytes.size() > 1 && bytes.front() == std::byte{0}) return std::nullopt;
    std::uint32_t index = 0;
    for (const std::byte byte : bytes)
        index = index << 8 | std::to_integer<std::uint32_t>(byte);
    return index;
}

base::Status check(const HonourCard& card) {
    if (!is_issuer(card.issuer)) {
        return base::fail(base::ErrorCode::invalid_argument, std::string("issuer: ") + issuer_rule);
    }
    // Nothing else could ever take the card back.
    if (card.index >= RevocationList::max_cards) {
        return fault("index: no revocation list has this many places");
    }
    if (card.issued < base::Instant{} || card.expires <= card.issued) {
        return fault("expires: is not after issued");
    }
    if (card.not_before && *card.not_before >= card.expires) {
        return fault("not_before: is not before expires");
    }
    return {};
}

} // namespace

base::Result<std::string> issue(const HonourCard& card, const SigningKey& key) {
    if (const auto checked = check(card); !checked) return base::fail(checked);
    HonourClaims claims = card.claims;
    if (claims.as_of == day_of(card.issued)) claims.as_of.reset();
    auto claim = to_cbor(claims);
    if (!claim) return base::fail(claim);
    Cwt cwt{.issuer = card.issuer,
            .expires_s = seconds(card.expires),
            .issued_s = seconds(card.issued),
            .id = index_bytes(card.index),
            .others = {}};
    if (card.not_before) cwt.not_before_s = seconds(*card.not_before);
    cwt.others.push_back({.key = cbor::integer(honour_claim_key), .value = std::move(*claim)});
    const auto message = make_cose_sign1(write_cwt(cwt), key);
    if (!message) return base::fail(message);
    return pack(card_prefix, *message);
}

base::Result<HonourCard> read_honour_card(std::span<const std::byte> payload) {
    const auto cwt = read_cwt(payload, cbor::Form::deterministic);
    if (!cwt) return base::fail(cwt);
    const cbor::Value* claim = cbor::find(cwt->others, honour_claim_key);
    if (claim == nullptr || !cwt->issuer || !cwt->issued_s || !cwt->expires_s || !cwt->id) {
        return fault("a claim of an honour card is missing");
    }
    const auto index = index_of(*cwt->id);
    if (!index) return fault("an id that is no place in a list");
    auto claims = claims_from_cbor(*claim);
    if (!claims) return base::fail(claims);
    HonourCard card{.issuer = *cwt->issuer,
                    .issued = instant(*cwt->issued_s),
                    .expires = instant(*cwt->expires_s),
                    .index = *index,
                    .claims = std::move(*claims)};
    if (cwt->not_before_s) card.not_before = instant(*cwt->not_before_s);
    const bool counts = card.claims.award_count || card.claims.whole_blood_count;
    if (counts && !card.claims.as_of) card.claims.as_of = day_of(card.issued);
    if (const auto checked = check(card); !checked) return base::fail(checked);
    return card;
}

} // namespace rexue::credential
