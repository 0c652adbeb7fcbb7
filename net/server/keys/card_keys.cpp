#include "net/server/keys/card_keys.h"

#include <array>

#include "net/credential/issuer.h"
#include "platform/base/random.h"
#include "platform/json/exact.h"
#include "platform/json/parse.h"
#include "platform/storage/file.h"

namespace rexue::server::keys {

using base::ErrorCode;
using credential::KeyDocument;
using credential::KeyEntry;

namespace {

constexpr mode_t private_mode = 0600;

base::Status write_new(const std::filesystem::path& file, std::span<const std::byte> content) {
    std::error_code error;
    if (std::filesystem::exists(file, error)) {
        return base::fail(ErrorCode::already_exists, file.filename().string() + " is there");
    }
    return storage::write_file_atomically(file, content, private_mode);
}

base::Status keep_master(const DataFolder& data) {
    const auto present = card_codes_master(data);
    if (present) return {};
    if (present.error().code != ErrorCode::not_found) return base::fail(present);
    std::array<std::byte, 32> secret{};
    base::fill_random(secret);
    const auto written = write_new(data.card_codes_key(), secret);
    base::wipe(secret);
    return written;
}

base::Status write_document(const DataFolder& data, const KeyDocument& document) {
    return storage::write_file_atomically(
        data.card_keys(), base::bytes_of(json::pretty(json::to_json(document))), private_mode);
}

} // namespace

base::Result<credential::DynamicKey> card_codes_master(const DataFolder& data) {
    auto bytes = storage::read_file(data.card_codes_key(), max_key_file_bytes);
    if (!bytes) return base::fail(bytes);
    auto key = credential::DynamicKey::from_bytes(*bytes);
    base::wipe(*bytes);
    if (!key) return base::fail(ErrorCode::corrupt, "the key of dynamic codes is damaged");
    return key;
}

base::Result<KeyDocument> card_key_document(const DataFolder& data) {
    const auto text = storage::read_text_file(data.card_keys(), max_key_file_bytes);
    if (!text && text.error().code == ErrorCode::not_found) return KeyDocument{};
    if (!text) return base::fail(text);
    const auto value = json::parse(*text);
    auto document = value ? json::from_exact_json<KeyDocument>(*value)
                          : base::Result<KeyDocument>(base::fail(value));
    if (!document || document->day_keys) {
        return base::fail(ErrorCode::corrupt, "the list of card keys is damaged");
    }
    return document;
}

base::Result<KeyEntry> add_card_key(const DataFolder& data, const std::string& issuer,
                                    base::Instant from) {
    if (!credential::is_issuer(issuer)) {
        return base::fail(ErrorCode::invalid_argument, std::string(credential::issuer_rule));
    }
    auto document = card_key_document(data);
    if (!document) return base::fail(document);
    const auto key = credential::SigningKey::generate();
    if (!key) return base::fail(key);
    const KeyEntry entry = credential::entry_of(key->verification_key(), issuer, from);
    if (!document->keys.empty()) {
        KeyEntry& newest = document->keys.back();
        if (newest.valid_from >= entry.valid_from) {
            return base::fail(ErrorCode::conflict, "the newest card key has not begun yet");
        }
        newest.valid_to = entry.valid_from;
    }
    document->keys.push_back(entry);
    // The secret first: a key in the list without its file could sign nothing.
    const base::SecretText pem = key->pem();
    auto written = write_new(data.card_key(entry.kid), base::bytes_of(pem));
    if (written) written = write_document(data, *document);
    if (!written) return base::fail(written);
    return entry;
}

base::Status keep_card_keys(const DataFolder& data, const std::string& issuer, base::Instant now) {
    const auto document = card_key_document(data);
    if (!document) return base::fail(document);
    if (document->keys.empty()) {
        if (const auto kept = keep_master(data); !kept) return kept;
        const auto made = add_card_key(data, issuer, now);
        return made ? base::Status() : base::fail(made);
    }
    // Another master would make every code that is out there a false one.
    if (const auto master = card_codes_master(data); !master) return base::fail(master);
    const auto signer = card_signer(data, std::max(now, document->keys.back().valid_from));
    return signer ? base::Status() : base::fail(signer);
}

base::Result<CardSigner> card_signer(const DataFolder& data, base::Instant at) {
    const auto document = card_key_document(data);
    if (!document) return base::fail(document);
    const KeyEntry* chosen = nullptr;
    for (const KeyEntry& entry : document->keys) {
        const bool signs = entry.valid_from <= at && (!entry.valid_to || at < *entry.valid_to);
        if (signs && !entry.withdrawn.value_or(false)) chosen = &entry;
    }
    if (chosen == nullptr) {
        return base::fail(ErrorCode::not_found, "no card key (rexue-server card-key makes one)");
    }
    const auto pem = storage::read_text_file(data.card_key(chosen->kid), max_key_file_bytes);
    if (!pem) return base::fail(ErrorCode::corrupt, "the card key is not readable");
    auto key = credential::SigningKey::from_pem(*pem);
    if (!key || base::hex_encode(key->verification_key().id()) != chosen->kid) {
        return base::fail(ErrorCode::corrupt, "the card key is not the one that is listed");
    }
    return CardSigner{
        .issuer = chosen->issuer, .key = std::move(*key), .since = chosen->valid_from};
}

} // namespace rexue::server::keys
