#include "net/credential/signing_key.h"

#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/pem.h>

namespace rexue::credential {

namespace {

using EcdsaSignature = std::unique_ptr<ECDSA_SIG, openssl::FreedBy<ECDSA_SIG_free>>;

constexpr int number_bytes = 32;

std::unexpected<base::Error> failed(const char* doing) {
    return std::unexpected(openssl::openssl_error(base::ErrorCode::internal, doing));
}

// A key without a pass phrase: nobody is there to type one.
int no_pass_phrase(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*context*/) {
    return -1;
}

} // namespace

base::Result<SigningKey> SigningKey::from_handle(openssl::PrivateKey key) {
    if (!openssl::is_p256(key.get())) {
        return base::fail(base::ErrorCode::unsupported, "cards are signed with EC on P-256");
    }
    EVP_PKEY_up_ref(key.get());
    auto shown = VerificationKey::from_handle(openssl::PrivateKey(key.get()));
    if (!shown) return base::fail(shown);
    return SigningKey(std::move(key), std::move(*shown));
}

base::Result<SigningKey> SigningKey::generate() {
    openssl::PrivateKey key(EVP_EC_gen("P-256"));
    if (!key) return failed("make a key");
    return from_handle(std::move(key));
}

base::Result<SigningKey> SigningKey::from_pem(std::string_view pem) {
    const auto bio = openssl::memory_bio(pem);
    openssl::PrivateKey key(PEM_read_bio_PrivateKey(bio.get(), nullptr, no_pass_phrase, nullptr));
    if (!key) {
        (void)openssl::openssl_error(base::ErrorCode::invalid_argument, "key");
        return base::fail(base::ErrorCode::invalid_argument,
                          "no private key (PEM, without a pass phrase)");
    }
    return from_handle(std::move(key));
}

base::SecretText SigningKey::pem() const {
    const openssl::Bio bio(BIO_new(BIO_s_secmem()));
    REXUE_ASSERT(bio && PEM_write_bio_PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0,
                                                 nullptr, nullptr) == 1);
    return openssl::text_of(*bio);
}

base::Result<base::Bytes> SigningKey::sign(std::span<const std::byte> message) const {
    const openssl::DigestContext context(EVP_MD_CTX_new());
    const auto* octets = reinterpret_cast<const unsigned char*>(message.data());
    std::array<unsigned char, 80> der{};
    size_t size = der.size();
    if (!context ||
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) != 1 ||
        EVP_DigestSign(context.get(), der.data(), &size, octets, message.size()) != 1) {
        return failed("sign");
    }
    const unsigned char* at = der.data();
    const EcdsaSignature signature(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size)));
    base::Bytes raw(size_t{2} * number_bytes);
    auto* room = reinterpret_cast<unsigned char*>(raw.data());
    if (!signature ||
        BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), room, number_bytes) != number_bytes ||
        BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), room + number_bytes, number_bytes) !=
            number_bytes) {
        return failed("sign");
    }
    return raw;
}

} // namespace rexue::credential
