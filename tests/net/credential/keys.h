// Keys for tests: made once a program, and those of published examples.
#pragma once

#include <string_view>

#include <openssl/evp.h>

#include "net/credential/signing_key.h"

namespace rexue::credential::testing_keys {

inline const SigningKey& issuer_key() {
    static const SigningKey key = *SigningKey::generate();
    return key;
}
inline const SigningKey& other_key() {
    static const SigningKey key = *SigningKey::generate();
    return key;
}

// An EC key on P-256 from its coordinates.
inline VerificationKey p256_key(std::string_view x_hex, std::string_view y_hex) {
    // RFC 5480: the head of a SubjectPublicKeyInfo with an uncompressed point on prime256v1.
    constexpr std::string_view head = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";
    return *VerificationKey::from_der(
        *base::hex_decode(std::string(head) + std::string(x_hex) + std::string(y_hex)));
}

// Of https://github.com/cose-wg/Examples, sign1-tests: the key "11".
inline VerificationKey cose_wg_key() {
    return p256_key("bac5b11cad8f99f9c72b05cf4b9e26d244dc189f745228255a219a86d6a09eff",
                    "20138bf82dc1b6d562be0fa54ab7804a3a64b6d72ccfed6b6fb6ed28bbfc117e");
}

struct KeyPair {
    openssl::PrivateKey secret;
    VerificationKey shown;
};
inline KeyPair pair_of(EVP_PKEY* key) {
    EVP_PKEY_up_ref(key);
    return {.secret = openssl::PrivateKey(key),
            .shown = *VerificationKey::from_handle(openssl::PrivateKey(key))};
}
inline const KeyPair& ed25519() {
    static const KeyPair pair = pair_of(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    return pair;
}
inline const KeyPair& rsa2048() {
    static const KeyPair pair = pair_of(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", size_t{2048}));
    return pair;
}

} // namespace rexue::credential::testing_keys
