// COSE_Sign1 (RFC 9052, section 4.2): a payload with one signature.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "net/credential/cbor_reader.h"
#include "net/credential/signing_key.h"
#include "net/credential/verification_key.h"

namespace rexue::credential {

struct CoseSign1 {
    std::optional<std::int64_t> algorithm; // of the protected header: another one is nobody's word
    // Of the other header, when the protected one has none: to be told, and for
    // is_signed_by_open().
    std::optional<std::int64_t> open_algorithm;
    std::optional<base::Bytes> key_id;
    base::Bytes protected_header; // as it was signed
    base::Bytes payload;
    base::Bytes signature;
};

// Tag 18 or none. invalid_argument, limit_exceeded. Refused are: a payload that is somewhere else,
// `crit` (we know nothing that must be understood), a label in both headers or of no kind of label.
// Form::any reads what others' public test material has besides: the tag of a CWT (61) before it,
// and a key id or an algorithm in both headers, of which the protected one counts.
// Form::deterministic is our own profile: in the protected header an algorithm, a key id of eight
// bytes and nothing else, nothing in the other one.
base::Result<CoseSign1> read_cose_sign1(std::span<const std::byte> bytes, cbor::Form form,
                                        const cbor::Limits& limits = {});

// The bytes that the signature is of. `external` is what both ends know besides.
base::Bytes signed_bytes(const CoseSign1& message, std::span<const std::byte> external = {});

// The key says which algorithm it is; a header that says another one is refused before any
// signature is computed.
bool is_signed_by(const CoseSign1& message, const VerificationKey& key,
                  std::span<const std::byte> external = {});

// As is_signed_by(), also when the algorithm stands in the other header alone: whoever tells what a
// signature is worth, and trusts nobody for it, may take it from there. The key decides all the
// same.
bool is_signed_by_open(const CoseSign1& message, const VerificationKey& key);

// Tagged, in our own profile.
base::Result<base::Bytes> make_cose_sign1(base::Bytes payload, const SigningKey& key);

} // namespace rexue::credential
