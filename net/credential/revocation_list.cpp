#include "net/credential/revocation_list.h"

#include <bit>

#include "net/credential/compression.h"
#include "net/credential/cose_sign1.h"
#include "net/credential/cwt.h"

namespace rexue::credential {

namespace {

constexpr size_t max_list_bytes = 4 * 1024 * 1024;
constexpr cbor::Limits limits{.max_bytes = max_list_bytes};

std::unexpected<base::Error> untrusted(const char* what) {
    return base::fail(base::ErrorCode::untrusted, what);
}

std::byte bit_of(std::uint32_t index) {
    return std::byte{1} << (index % 8);
}

} // namespace

base::Result<RevocationList> RevocationList::read(std::span<const std::byte> bytes,
                                                  const KeySet& keys) {
    const auto message = read_cose_sign1(bytes, cbor::Form::deterministic, limits);
    if (!message) return base::fail(message);
    const TrustedKey* key = keys.find(*message->key_id);
    if (key == nullptr || key->withdrawn) return untrusted("a list of an unknown issuer");
    if (!is_signed_by(*message, key->key)) return untrusted("a list that was altered");
    const auto cwt = read_cwt(message->payload, cbor::Form::deterministic, limits);
    if (!cwt) return base::fail(cwt);
    const cbor::Value* claim = cbor::find(cwt->others, claim_key);
    const auto* stream = claim == nullptr ? nullptr : claim->as<base::Bytes>();
    if (stream == nullptr || !cwt->issuer || !cwt->issued_s) {
        return base::fail(base::ErrorCode::invalid_argument, "no revocation list");
    }
    const base::Instant issued{std::chrono::seconds(*cwt->issued_s)};
    const bool was_valid = (!key->valid_from || issued >= *key->valid_from) &&
                           (!key->valid_to || issued < *key->valid_to);
    if (!was_valid || (!key->issuer.empty() && key->issuer != *cwt->issuer)) {
        return untrusted("a list that its key may not sign");
    }
    auto bits = decompress(*stream, max_cards / 8);
    if (!bits) return base::fail(bits);
    RevocationList list(*cwt->issuer, issued);
    list.bits_ = std::move(*bits);
    return list;
}

base::Result<base::Bytes> RevocationList::write(const SigningKey& key) const {
    Cwt cwt{
        .issuer = issuer_,
        .issued_s = std::chrono::floor<std::chrono::seconds>(issued_).time_since_epoch().count(),
        .others = {}};
    cwt.others.push_back({.key = cbor::integer(claim_key), .value = cbor::bytes(compress(bits_))});
    return make_cose_sign1(write_cwt(cwt), key);
}

base::Status RevocationList::revoke(std::uint32_t index) {
    if (index >= max_cards) {
        return base::fail(base::ErrorCode::limit_exceeded, "no list has this many places");
    }
    if (bits_.size() <= index / 8) bits_.resize(index / 8 + 1);
    bits_[index / 8] |= bit_of(index);
    return {};
}

bool RevocationList::is_revoked(std::uint32_t index) const {
    return index / 8 < bits_.size() && (bits_[index / 8] & bit_of(index)) != std::byte{0};
}

size_t RevocationList::count() const {
    size_t count = 0;
    for (const std::byte byte : bits_)
        count += static_cast<size_t>(std::popcount(std::to_integer<std::uint8_t>(byte)));
    return count;
}

} // namespace rexue::credential
