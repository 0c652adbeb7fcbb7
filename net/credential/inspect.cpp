#include "net/credential/inspect.h"

#include "net/credential/cbor_json.h"
#include "net/credential/container.h"
#include "net/credential/cose_sign1.h"
#include "net/credential/cwt.h"
#include "platform/base/date_text.h"

namespace rexue::credential {

namespace {

boost::json::value algorithm_name(std::optional<std::int64_t> number) {
    if (!number) return nullptr;
    const auto algorithm = algorithm_of(*number);
    if (!algorithm) return *number;
    switch (*algorithm) {
        case Algorithm::es256:
            return "ES256";
        case Algorithm::ps256:
            return "PS256";
        case Algorithm::eddsa:
            break;
    }
    return "EdDSA";
}

boost::json::value time_text(std::optional<std::int64_t> seconds) {
    if (!seconds) return nullptr;
    return boost::json::value(base::format_instant(base::Instant(std::chrono::seconds(*seconds))));
}

std::string_view signature_word(const CoseSign1& message, const VerificationKey* key) {
    // Without an algorithm nothing says what the signature would have to be.
    if (key == nullptr || (!message.algorithm && !message.open_algorithm)) return "unchecked";
    return is_signed_by_open(message, *key) ? "valid" : "invalid";
}

} // namespace

base::Result<boost::json::object> inspect(std::string_view text, const VerificationKey* key) {
    const auto unpacked = unpack(text);
    if (!unpacked) return base::fail(unpacked);
    const auto message = read_cose_sign1(unpacked->bytes, cbor::Form::any);
    if (!message) return base::fail(message);
    const auto payload = cbor::read(message->payload, cbor::Form::any);
    if (!payload) return base::fail(payload);
    const auto cwt = read_cwt(message->payload, cbor::Form::any);
    if (!cwt) return base::fail(cwt);
    boost::json::object told;
    told["prefix"] = unpacked->prefix;
    told["kid"] = nullptr;
    if (message->key_id) told["kid"] = base::hex_encode(*message->key_id);
    told["alg"] = algorithm_name(message->algorithm ? message->algorithm : message->open_algorithm);
    told["signature"] = signature_word(*message, key);
    told["issued"] = time_text(cwt->issued_s);
    told["expires"] = time_text(cwt->expires_s);
    told["payload"] = to_json(*payload);
    return told;
}

} // namespace rexue::credential
