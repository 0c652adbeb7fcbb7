#include "net/credential/cwt.h"

#include "net/credential/cbor_writer.h"

namespace rexue::credential {

namespace {

// RFC 8392, section 4.
constexpr std::int64_t iss = 1;
constexpr std::int64_t exp = 4;
constexpr std::int64_t nbf = 5;
constexpr std::int64_t iat = 6;
constexpr std::int64_t cti = 7;

constexpr std::int64_t end_of_9999_s = 253'402'300'799;

std::unexpected<base::Error> fault(const char* what) {
    return base::fail(base::ErrorCode::invalid_argument, std::string("CWT: ") + what);
}

std::optional<std::int64_t> seconds_of(const cbor::Value& value, cbor::Form form) {
    std::optional<std::int64_t> seconds = cbor::as_integer(value);
    if (form == cbor::Form::any && !seconds) {
        const auto* tagged = value.as<cbor::Tagged>();
        if (tagged != nullptr && tagged->tag == 1 &&
            tagged->item.front().as<cbor::Tagged>() == nullptr) {
            return seconds_of(tagged->item.front(), form);
        }
        const auto* real = value.as<double>();
        // Also false for what is no number.
        if (real != nullptr && *real >= 0 && *real <= static_cast<double>(end_of_9999_s)) {
            seconds = static_cast<std::int64_t>(*real);
        }
    }
    if (!seconds || *seconds < 0 || *seconds > end_of_9999_s) return std::nullopt;
    return seconds;
}

base::Status take(Cwt& cwt, std::int64_t key, const cbor::Value& value, cbor::Form form) {
    if (key == iss) {
        const auto* text = value.as<std::string>();
        if (text == nullptr) return fault("an issuer that is no text");
        cwt.issuer = *text;
        return {};
    }
    if (key == cti) {
        const auto* bytes = value.as<base::Bytes>();
        if (bytes == nullptr) return fault("an id that is not made of bytes");
        cwt.id = *bytes;
        return {};
    }
    const auto seconds = seconds_of(value, form);
    if (!seconds) return fault("a time that is none");
    (key == exp ? cwt.expires_s : key == nbf ? cwt.not_before_s : cwt.issued_s) = seconds;
    return {};
}

} // namespace

base::Result<Cwt> read_cwt(std::span<const std::byte> bytes, cbor::Form form,
                           const cbor::Limits& limits) {
    auto value = cbor::read(bytes, form, limits);
    if (!value) return base::fail(value);
    const auto* map = value->as<cbor::Map>();
    if (map == nullptr) return fault("no map");
    Cwt cwt;
    for (const auto& [key, said] : *map) {
        const auto number = cbor::as_integer(key);
        if (number == iss || number == exp || number == nbf || number == iat || number == cti) {
            if (const auto done = take(cwt, *number, said, form); !done) return base::fail(done);
        } else {
            cwt.others.push_back({.key = key, .value = said});
        }
    }
    return cwt;
}

base::Bytes write_cwt(const Cwt& cwt) {
    cbor::Map map = cwt.others;
    const auto put = [&](std::int64_t key, cbor::Value value) {
        map.push_back({.key = cbor::integer(key), .value = std::move(value)});
    };
    if (cwt.issuer) put(iss, cbor::text(*cwt.issuer));
    if (cwt.expires_s) put(exp, cbor::integer(*cwt.expires_s));
    if (cwt.not_before_s) put(nbf, cbor::integer(*cwt.not_before_s));
    if (cwt.issued_s) put(iat, cbor::integer(*cwt.issued_s));
    if (cwt.id) put(cti, cbor::bytes(*cwt.id));
    return cbor::write(cbor::map(std::move(map)));
}

} // namespace rexue::credential
