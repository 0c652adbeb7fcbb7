#include "net/credential/cose_sign1.h"

#include <algorithm>

#include "net/credential/cbor_writer.h"

namespace rexue::credential {

namespace {

constexpr std::uint64_t sign1_tag = 18; // RFC 9052, section 2
constexpr std::uint64_t cwt_tag = 61;   // RFC 8392, section 6
constexpr std::int64_t alg_label = 1;
constexpr std::int64_t crit_label = 2;
constexpr std::int64_t kid_label = 4;

std::unexpected<base::Error> fault(const char* what) {
    return base::fail(base::ErrorCode::invalid_argument, std::string("COSE: ") + what);
}

// RFC 9052, section 3: "if the protected header is empty, it is encoded as a zero-length string";
// a map of zero entries is read, too.
base::Result<cbor::Map> read_protected(const base::Bytes& bytes, cbor::Form form) {
    if (bytes.empty()) return cbor::Map{};
    auto value = cbor::read(bytes, form);
    if (!value) return base::fail(value);
    const auto* map = value->as<cbor::Map>();
    if (map == nullptr) return fault("a protected header that is no map");
    return *map;
}

// RFC 9052, section 3 calls a message malformed when a label stands in both headers. Others write
// key id and algorithm twice all the same.
bool may_stand_twice(const cbor::Value& label, cbor::Form form) {
    const auto number = cbor::as_integer(label);
    return form == cbor::Form::any && (number == kid_label || number == alg_label);
}

base::Status check_labels(const cbor::Map& kept, const cbor::Map& open, cbor::Form form) {
    for (const cbor::Map* header : {&kept, &open}) {
        for (const auto& [label, value] : *header) {
            const bool is_label = cbor::as_integer(label) || label.as<std::string>() != nullptr;
            if (!is_label) return fault("a label that is neither number nor text");
        }
    }
    const bool twice = std::ranges::any_of(open, [&](const auto& entry) {
        if (may_stand_twice(entry.key, form)) return false;
        return std::ranges::any_of(kept, [&](const auto& other) { return other.key == entry.key; });
    });
    if (twice) return fault("a label in both headers");
    if (cbor::find(kept, crit_label) != nullptr || cbor::find(open, crit_label) != nullptr) {
        return fault("something that must be understood and is not");
    }
    return {};
}

base::Status check_profile(const CoseSign1& message, const cbor::Map& kept, const cbor::Map& open) {
    const bool ours = kept.size() == 2 && open.empty() && message.algorithm && message.key_id &&
                      message.key_id->size() == KeyId{}.size();
    if (!ours) return fault("headers that are not of our making");
    return {};
}

base::Status take_headers(CoseSign1& message, const cbor::Map& kept, const cbor::Map& open) {
    if (const auto* algorithm = cbor::find(kept, alg_label)) {
        message.algorithm = cbor::as_integer(*algorithm);
    } else if (const auto* said = cbor::find(open, alg_label)) {
        message.open_algorithm = cbor::as_integer(*said);
    }
    const cbor::Value* key_id = cbor::find(kept, kid_label);
    if (key_id == nullptr) key_id = cbor::find(open, kid_label);
    if (key_id == nullptr) return {};
    const auto* bytes = key_id->as<base::Bytes>();
    if (bytes == nullptr) return fault("a key id that is not made of bytes");
    message.key_id = *bytes;
    return {};
}

// The four parts below the tags that `form` allows.
base::Result<const cbor::Value*> untagged(const cbor::Value& whole, cbor::Form form) {
    const cbor::Value* body = &whole;
    const auto* tagged = body->as<cbor::Tagged>();
    if (form == cbor::Form::any && tagged != nullptr && tagged->tag == cwt_tag) {
        body = &tagged->item.front();
        tagged = body->as<cbor::Tagged>();
        // RFC 8392, section 6: it stands before one of the tags of COSE.
        if (tagged == nullptr) return fault("the tag of a CWT before no other");
    }
    if (tagged == nullptr) return body;
    if (tagged->tag != sign1_tag) return fault("another tag than COSE_Sign1");
    return &tagged->item.front();
}

} // namespace

base::Result<CoseSign1> read_cose_sign1(std::span<const std::byte> bytes, cbor::Form form,
                                        const cbor::Limits& limits) {
    auto value = cbor::read(bytes, form, limits);
    if (!value) return base::fail(value);
    const auto body = untagged(*value, form);
    if (!body) return base::fail(body);
    const auto* parts = (*body)->as<cbor::Array>();
    if (parts == nullptr || parts->size() != 4) return fault("not four parts");
    const auto* kept_bytes = (*parts)[0].as<base::Bytes>();
    const auto* open = (*parts)[1].as<cbor::Map>();
    const auto* payload = (*parts)[2].as<base::Bytes>();
    const auto* signature = (*parts)[3].as<base::Bytes>();
    if (kept_bytes == nullptr || open == nullptr || payload == nullptr || signature == nullptr) {
        return fault("a part of the wrong kind");
    }
    const auto kept = read_protected(*kept_bytes, form);
    if (!kept) return base::fail(kept);
    if (const auto checked = check_labels(*kept, *open, form); !checked) return base::fail(checked);
    CoseSign1 message{.algorithm = {},
                      .open_algorithm = {},
                      .key_id = {},
                      .protected_header = kept->empty() ? base::Bytes{} : *kept_bytes,
                      .payload = *payload,
                      .signature = *signature};
    if (const auto taken = take_headers(message, *kept, *open); !taken) return base::fail(taken);
    if (form == cbor::Form::deterministic) {
        if (const auto ours = check_profile(message, *kept, *open); !ours) return base::fail(ours);
    }
    return message;
}

base::Bytes signed_bytes(const CoseSign1& message, std::span<const std::byte> external) {
    // RFC 9052, section 4.4: Sig_structure.
    return cbor::write(cbor::array({cbor::text("Signature1"), cbor::bytes(message.protected_header),
                                    cbor::bytes(base::Bytes(external.begin(), external.end())),
                                    cbor::bytes(message.payload)}));
}

bool is_signed_by(const CoseSign1& message, const VerificationKey& key,
                  std::span<const std::byte> external) {
    if (message.algorithm != cose_number(key.algorithm())) return false;
    return key.verifies(signed_bytes(message, external), message.signature);
}

bool is_signed_by_open(const CoseSign1& message, const VerificationKey& key) {
    if (message.algorithm) return is_signed_by(message, key);
    if (message.open_algorithm != cose_number(key.algorithm())) return false;
    return key.verifies(signed_bytes(message), message.signature);
}

base::Result<base::Bytes> make_cose_sign1(base::Bytes payload, const SigningKey& key) {
    const VerificationKey& shown = key.verification_key();
    CoseSign1 message{.algorithm = cose_number(shown.algorithm()),
                      .open_algorithm = {},
                      .key_id = base::Bytes(shown.id().begin(), shown.id().end()),
                      .protected_header = {},
                      .payload = std::move(payload),
                      .signature = {}};
    message.protected_header =
        cbor::write(cbor::map({{cbor::integer(alg_label), cbor::integer(*message.algorithm)},
                               {cbor::integer(kid_label), cbor::bytes(*message.key_id)}}));
    auto signature = key.sign(signed_bytes(message));
    if (!signature) return signature;
    return cbor::write(
        cbor::tagged(sign1_tag, cbor::array({cbor::bytes(std::move(message.protected_header)),
                                             cbor::map({}), cbor::bytes(std::move(message.payload)),
                                             cbor::bytes(std::move(*signature))})));
}

} // namespace rexue::credential
