// The private key that cards and revocation lists are issued with: EC on P-256, ES256.
#pragma once

#include <span>
#include <string_view>

#include "net/credential/verification_key.h"
#include "platform/base/secret_text.h"

namespace rexue::credential {

class SigningKey {
  public:
    // internal when OpenSSL cannot.
    static base::Result<SigningKey> generate();
    // "BEGIN PRIVATE KEY" without a pass phrase. invalid_argument, or unsupported for another kind.
    static base::Result<SigningKey> from_pem(std::string_view pem);

    base::SecretText pem() const;
    const VerificationKey& verification_key() const { return public_; }

    // r and s, 64 bytes in all.
    base::Result<base::Bytes> sign(std::span<const std::byte> message) const;

  private:
    SigningKey(openssl::PrivateKey key, VerificationKey shown)
        : key_(std::move(key)), public_(std::move(shown)) {}
    static base::Result<SigningKey> from_handle(openssl::PrivateKey key);

    openssl::PrivateKey key_;
    VerificationKey public_;
};

} // namespace rexue::credential
