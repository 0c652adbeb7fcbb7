// Whatever was scanned: Base45, CBOR, COSE and the whole text come to an end with a value or a
// reason, what is accepted in our form has one form, and nothing that no key of ours signed is
// valid.
//
// The first byte says which of them the rest is for. Built and run by `./run check`.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "net/credential/base45.h"
#include "net/credential/cbor_json.h"
#include "net/credential/cbor_reader.h"
#include "net/credential/cbor_writer.h"
#include "net/credential/compression.h"
#include "net/credential/container.h"
#include "net/credential/cose_sign1.h"
#include "net/credential/cwt.h"
#include "net/credential/inspect.h"
#include "net/credential/verify.h"

namespace {

using namespace rexue::credential;
using Bytes = std::span<const std::byte>;

void hold(bool condition) {
    if (!condition) std::abort();
}

std::string_view text_of(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void look_at_base45(Bytes input) {
    const auto decoded = base45_decode(text_of(input));
    if (decoded) hold(base45_encode(*decoded) == text_of(input));
    const auto again = base45_decode(base45_encode(input));
    hold(again && std::ranges::equal(*again, input));
}

void look_at_cbor(Bytes input) {
    const auto any = cbor::read(input, cbor::Form::any);
    if (any) (void)boost::json::serialize(to_json(*any));
    const auto ours = cbor::read(input, cbor::Form::deterministic);
    if (!ours) return;
    hold(any.has_value());
    hold(std::ranges::equal(cbor::write(*ours), input));
}

void look_at_cose(Bytes input) {
    static const SigningKey key = *SigningKey::generate();
    const auto message = read_cose_sign1(input, cbor::Form::any);
    if (message) {
        hold(!is_signed_by(*message, key.verification_key()));
        (void)read_cwt(message->payload, cbor::Form::any);
        (void)read_honour_card(message->payload);
    }
    (void)RevocationList::read(input, KeySet());
    // The same bytes as a payload that an issuer has signed.
    (void)read_cwt(input, cbor::Form::any);
    (void)read_honour_card(input);
}

void look_at_text(std::string_view text) {
    static const KeySet keys = [] {
        KeySet set;
        (void)set.add(TrustedKey{.key = SigningKey::generate()->verification_key(), .issuer = ""});
        return set;
    }();
    const auto finding =
        verify(text, {.keys = keys}, rexue::base::Instant(std::chrono::days(20'000)));
    hold(finding.verdict != Verdict::valid);
    hold(!finding.card);
    (void)inspect(text, nullptr);
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
    if (size == 0) return 0;
    const Bytes input = std::as_bytes(std::span(data, size)).subspan(1);
    switch (data[0]) {
        case 'B':
            look_at_base45(input);
            break;
        case 'C':
            look_at_cbor(input);
            break;
        case 'S':
            look_at_cose(input);
            break;
        case 'Z':
            (void)decompress(input, max_unpacked_bytes);
            break;
        case 'T':
            look_at_text(text_of(input));
            break;
        // The bytes behind the prefixes, so that the fuzzer need not find Base45 by itself.
        case 'H':
            look_at_text(std::string(card_prefix) + base45_encode(input));
            break;
        case 'D':
            look_at_text(std::string(dynamic_prefix) + base45_encode(input));
            break;
        default:
            break;
    }
    return 0;
}
