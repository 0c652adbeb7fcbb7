#include "net/credential/key_set.h"

#include <algorithm>

#include <fmt/format.h>

#include "platform/base/random.h"
#include "platform/json/codec.h"
#include "platform/json/exact.h"
#include "platform/json/parse.h"

namespace rexue::credential {

namespace {

std::unexpected<base::Error> fault(const KeyEntry& entry, const char* what) {
    return base::fail(base::ErrorCode::invalid_argument,
                      fmt::format("key {}: {}", entry.kid.substr(0, 16), what));
}

bool is_alike(const TrustedKey& one, const TrustedKey& other) {
    return one.issuer == other.issuer && one.valid_from == other.valid_from &&
           one.valid_to == other.valid_to && one.withdrawn == other.withdrawn;
}

} // namespace

KeyEntry entry_of(const VerificationKey& key, std::string issuer, base::Instant valid_from) {
    return {
        .kid = base::hex_encode(key.id()),
        .issuer = std::move(issuer),
        .algorithm = key.algorithm(),
        .public_key = base::base64_encode(key.der()),
        // A card says its time in whole seconds: one that is issued at once must not seem older.
        .valid_from = std::chrono::floor<std::chrono::seconds>(valid_from)};
}

base::Status KeySet::add(TrustedKey key) {
    const auto known = keys_.find(key.key.id());
    if (known == keys_.end()) {
        if (keys_.size() >= max_keys) {
            return base::fail(base::ErrorCode::limit_exceeded, "more than 1000 keys");
        }
        keys_.emplace(key.key.id(), std::move(key));
        return {};
    }
    // A bare public key beside its own entry says nothing new.
    const auto says_nothing = [](const TrustedKey& k) {
        return k.issuer.empty() && !k.valid_from && !k.valid_to && !k.withdrawn;
    };
    if (says_nothing(key) || is_alike(known->second, key)) return {};
    if (says_nothing(known->second)) {
        known->second = std::move(key);
        return {};
    }
    return base::fail(base::ErrorCode::conflict,
                      fmt::format("key {}: told in two ways", base::hex_encode(key.key.id())));
}

base::Status KeySet::add_entry(const KeyEntry& entry) {
    const auto der = base::base64_decode(entry.public_key);
    if (!der) return fault(entry, "public_key is no Base64");
    auto key = VerificationKey::from_der(*der);
    if (!key) return fault(entry, "public_key is no key of a known kind");
    if (base::hex_encode(key->id()) != entry.kid) return fault(entry, "kid is another key's");
    if (key->algorithm() != entry.algorithm) return fault(entry, "algorithm is another key's");
    if (entry.issuer.empty()) return fault(entry, "issuer is empty");
    return add(TrustedKey{.key = std::move(*key),
                          .issuer = entry.issuer,
                          .valid_from = entry.valid_from,
                          .valid_to = entry.valid_to,
                          .withdrawn = entry.withdrawn.value_or(false)});
}

base::Status KeySet::add_day_key(const DayKeyEntry& entry) {
    const auto day = day_number(entry.day);
    auto bytes = base::base64_decode(entry.key);
    if (!day || !bytes) {
        return base::fail(base::ErrorCode::invalid_argument, "day_keys: no day or no Base64");
    }
    const auto key = DynamicKey::from_bytes(*bytes);
    base::wipe(*bytes);
    if (!key) return base::fail(key);
    day_keys_.insert_or_assign(*day, *key);
    return {};
}

base::Status KeySet::add(std::string_view json) {
    const auto value = json::parse(json);
    if (!value) return base::fail(value);
    const auto document = json::from_exact_json<KeyDocument>(*value);
    if (!document) return base::fail(document);
    KeySet whole = *this;
    for (const KeyEntry& entry : document->keys) {
        if (const auto added = whole.add_entry(entry); !added) return added;
    }
    for (const DayKeyEntry& entry : document->day_keys.value_or(std::vector<DayKeyEntry>{})) {
        if (const auto added = whole.add_day_key(entry); !added) return added;
    }
    *this = std::move(whole);
    return {};
}

const TrustedKey* KeySet::find(std::span<const std::byte> key_id) const {
    KeyId id{};
    if (key_id.size() != id.size()) return nullptr;
    std::ranges::copy(key_id, id.begin());
    const auto found = keys_.find(id);
    return found == keys_.end() ? nullptr : &found->second;
}

const DynamicKey* KeySet::day_key(std::uint16_t day) const {
    const auto found = day_keys_.find(day);
    return found == day_keys_.end() ? nullptr : &found->second;
}

} // namespace rexue::credential
