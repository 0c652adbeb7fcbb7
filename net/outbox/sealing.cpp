#include "net/outbox/sealing.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include <sodium.h>

#include "platform/base/random.h"
#include "platform/base/secret_text.h"
#include "platform/json/codec.h"

namespace rexue::outbox {

namespace {

// A JSON string keeps its own copy of what was put in.
void wipe_json(boost::json::value& value) {
    if (auto* text = value.if_string()) {
        base::wipe(std::as_writable_bytes(std::span(text->data(), text->size())));
    }
    if (auto* object = value.if_object()) {
        for (auto& member : *object)
            wipe_json(member.value());
    }
    if (auto* array = value.if_array()) {
        for (boost::json::value& element : *array)
            wipe_json(element);
    }
}

base::Result<base::Bytes> sealed_box(std::string_view plain, const SealingKey& for_server) {
    base::Bytes box(plain.size() + crypto_box_SEALBYTES);
    const int sealed =
        crypto_box_seal(reinterpret_cast<unsigned char*>(box.data()),
                        reinterpret_cast<const unsigned char*>(plain.data()), plain.size(),
                        reinterpret_cast<const unsigned char*>(for_server.data()));
    if (sealed != 0) return base::fail(base::ErrorCode::internal, "libsodium: seal");
    return box;
}

// The ciphertext in Base64 of what `record` says as JSON; the JSON itself is wiped.
template <typename Record>
base::Result<std::string> sealed_text(const Record& record, const SealingKey& for_server) {
    if (sodium_init() < 0) return base::fail(base::ErrorCode::internal, "libsodium: start");
    boost::json::value plain_json = json::to_json(record);
    std::string plain = boost::json::serialize(plain_json);
    wipe_json(plain_json);
    const auto box = sealed_box(plain, for_server);
    base::wipe(plain);
    if (!box) return base::fail(box);
    return base::base64_encode(*box);
}

// `sealed` with the terminal's signature over all the rest of it.
template <typename Sealed>
base::Result<Sealed> signed_by(const TerminalKey& key, Sealed sealed) {
    const auto signature = key.sign(wire::signed_text(sealed));
    if (!signature) return base::fail(signature);
    sealed.signature = base::base64_encode(*signature);
    return sealed;
}

void wipe_optional(std::optional<std::string>& text) {
    if (text) base::wipe(*text);
}

} // namespace

base::Result<SealingKey> parse_sealing_key(std::string_view base64) {
    SealingKey key{};
    const auto bytes = base::base64_decode(base64);
    if (!bytes || bytes->size() != key.size()) {
        return base::fail(base::ErrorCode::invalid_argument, "a sealing key is 32 bytes in Base64");
    }
    std::ranges::copy(*bytes, key.begin());
    return key;
}

base::Result<wire::SealedRecord> seal(const wire::VisitRecord& record, int revision,
                                      const wire::TerminalId& terminal,
                                      const SealingKey& for_server, const TerminalKey& key) {
    auto text = sealed_text(record, for_server);
    if (!text) return base::fail(text);
    return signed_by(key, wire::SealedRecord{.visit = record.visit,
                                             .revision = revision,
                                             .terminal = terminal,
                                             .algorithm = wire::sealing_algorithm,
                                             .ciphertext = std::move(*text)});
}

base::Result<wire::SealedBooking> seal(const wire::BookingRecord& record,
                                       const wire::TerminalId& terminal,
                                       const SealingKey& for_server, const TerminalKey& key) {
    auto text = sealed_text(record, for_server);
    if (!text) return base::fail(text);
    return signed_by(key, wire::SealedBooking{.booking = record.booking,
                                              .terminal = terminal,
                                              .algorithm = wire::sealing_algorithm,
                                              .ciphertext = std::move(*text)});
}

void wipe(wire::VisitRecord& record) {
    base::wipe(record.ticket);
    if (record.donor) base::wipe(record.donor->value);
    for (auto* text :
         {&record.card_number, &record.name, &record.english_name, &record.document_number,
          &record.sex, &record.nation, &record.nationality, &record.address, &record.authority,
          &record.permit_number, &record.document_valid_to, &record.response,
          &record.signature_png_base64, &record.signature_strokes}) {
        wipe_optional(*text);
    }
    for (wire::Assessment& assessment : record.assessments) {
        assessment.outcome = wire::AssessedOutcome::refer;
        for (std::string& rule : assessment.rules)
            base::wipe(rule);
    }
    record = {};
}

void wipe(wire::BookingRecord& record) {
    if (record.donor) base::wipe(record.donor->value);
    for (auto* text : {&record.card_number, &record.name, &record.document_number})
        wipe_optional(*text);
    record = {};
}

} // namespace rexue::outbox
