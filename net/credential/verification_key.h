// A public key that goes with one algorithm and no other.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "net/credential/algorithm.h"
#include "platform/base/encoding.h"
#include "platform/base/error.h"
#include "platform/openssl/handles.h"

namespace rexue::credential {

// The first eight bytes of the SHA-256 of the SubjectPublicKeyInfo, as the EU's certificates have
// it of the whole certificate: ours have keys without certificates.
using KeyId = std::array<std::byte, 8>;

// Copies share the key. Any thread.
class VerificationKey {
  public:
    // "BEGIN PUBLIC KEY" or "BEGIN CERTIFICATE" (whose dates and chain are not looked at).
    // invalid_argument: no such thing, or a private key; unsupported: a kind of key that none of
    // our algorithms uses (EC on P-256, RSA of 2048 to 4096 bits, Ed25519).
    static base::Result<VerificationKey> from_pem(std::string_view pem);
    // SubjectPublicKeyInfo as DER, nothing behind it.
    static base::Result<VerificationKey> from_der(std::span<const std::byte> der);
    static base::Result<VerificationKey> from_handle(openssl::PrivateKey key);

    Algorithm algorithm() const { return algorithm_; }
    const KeyId& id() const { return id_; }
    const base::Bytes& der() const { return der_; }
    std::string pem() const;

    // False for whatever is not this key's signature of `message` by its algorithm.
    bool verifies(std::span<const std::byte> message, std::span<const std::byte> signature) const;

  private:
    VerificationKey() = default;

    std::shared_ptr<EVP_PKEY> key_;
    Algorithm algorithm_ = Algorithm::es256;
    KeyId id_{};
    base::Bytes der_;
};

} // namespace rexue::credential
