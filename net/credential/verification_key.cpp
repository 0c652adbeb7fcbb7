#include "net/credential/verification_key.h"

#include <algorithm>

#include <openssl/ecdsa.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace rexue::credential {

namespace {

using EcdsaSignature = std::unique_ptr<ECDSA_SIG, openssl::FreedBy<ECDSA_SIG_free>>;

constexpr size_t p256_number_bytes = 32;
constexpr int least_rsa_bits = 2048;
constexpr int most_rsa_bits = 4096;
constexpr size_t longest_pem_bytes = 64 * 1024;

const unsigned char* octets(std::span<const std::byte> bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::optional<Algorithm> algorithm_for(EVP_PKEY* key) {
    if (openssl::is_p256(key)) return Algorithm::es256;
    if (EVP_PKEY_is_a(key, "ED25519") == 1) return Algorithm::eddsa;
    const int bits = EVP_PKEY_get_bits(key);
    const bool is_rsa = EVP_PKEY_is_a(key, "RSA") == 1 || EVP_PKEY_is_a(key, "RSA-PSS") == 1;
    if (is_rsa && bits >= least_rsa_bits && bits <= most_rsa_bits) return Algorithm::ps256;
    return std::nullopt;
}

// r and s side by side, as COSE has them, to the DER that OpenSSL takes. Empty: neither of both.
base::Bytes der_signature(std::span<const std::byte> raw) {
    if (raw.size() != 2 * p256_number_bytes) return {};
    const EcdsaSignature signature(ECDSA_SIG_new());
    BIGNUM* r = BN_bin2bn(octets(raw), p256_number_bytes, nullptr);
    BIGNUM* s = BN_bin2bn(octets(raw) + p256_number_bytes, p256_number_bytes, nullptr);
    if (!signature || ECDSA_SIG_set0(signature.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return {};
    }
    unsigned char* der = nullptr;
    const int size = i2d_ECDSA_SIG(signature.get(), &der);
    if (size <= 0) return {};
    const auto bytes = std::as_bytes(std::span(der, static_cast<size_t>(size)));
    base::Bytes made(bytes.begin(), bytes.end());
    OPENSSL_free(der);
    return made;
}

bool set_pss(EVP_PKEY_CTX* context) {
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

} // namespace

std::optional<Algorithm> algorithm_of(std::int64_t cose_number) {
    switch (cose_number) {
        case -7:
            return Algorithm::es256;
        case -37:
            return Algorithm::ps256;
        case -8:
            return Algorithm::eddsa;
        default:
            return std::nullopt;
    }
}

std::int64_t cose_number(Algorithm algorithm) {
    switch (algorithm) {
        case Algorithm::es256:
            return -7;
        case Algorithm::ps256:
            return -37;
        case Algorithm::eddsa:
            break;
    }
    return -8;
}

namespace {

// What OpenSSL noted says nothing to people, and is not for its next call to find.
std::unexpected<base::Error> none(const char* what) {
    (void)openssl::openssl_error(base::ErrorCode::invalid_argument, what);
    return base::fail(base::ErrorCode::invalid_argument, what);
}

} // namespace

base::Result<VerificationKey> VerificationKey::from_handle(openssl::PrivateKey key) {
    if (!key) return base::fail(base::ErrorCode::invalid_argument, "no public key");
    const auto algorithm = algorithm_for(key.get());
    if (!algorithm) {
        return base::fail(base::ErrorCode::unsupported,
                          "a key is EC on P-256, RSA of 2048 to 4096 bits, or Ed25519");
    }
    VerificationKey made;
    made.algorithm_ = *algorithm;
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(key.get(), &der);
    if (size <= 0) {
        return std::unexpected(openssl::openssl_error(base::ErrorCode::internal, "public key"));
    }
    const auto bytes = std::as_bytes(std::span(der, static_cast<size_t>(size)));
    made.der_.assign(bytes.begin(), bytes.end());
    OPENSSL_free(der);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    if (EVP_Digest(made.der_.data(), made.der_.size(), digest.data(), nullptr, EVP_sha256(),
                   nullptr) != 1) {
        return std::unexpected(openssl::openssl_error(base::ErrorCode::internal, "digest"));
    }
    std::ranges::copy(std::as_bytes(std::span(digest)).first(made.id_.size()), made.id_.begin());
    made.key_ = std::move(key);
    return made;
}

base::Result<VerificationKey> VerificationKey::from_der(std::span<const std::byte> der) {
    const unsigned char* at = octets(der);
    openssl::PrivateKey key(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())));
    if (!key || at != octets(der) + der.size()) {
        return none("no public key");
    }
    return from_handle(std::move(key));
}

base::Result<VerificationKey> VerificationKey::from_pem(std::string_view pem) {
    if (pem.size() > longest_pem_bytes) {
        return base::fail(base::ErrorCode::limit_exceeded, "too long for a key");
    }
    const auto bio = openssl::memory_bio(pem);
    if (pem.find("-----BEGIN CERTIFICATE-----") != std::string_view::npos) {
        const openssl::Certificate certificate(
            PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
        if (!certificate) {
            return none("a certificate that cannot be read");
        }
        return from_handle(openssl::PrivateKey(X509_get_pubkey(certificate.get())));
    }
    openssl::PrivateKey key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
    if (!key) {
        return none("neither a public key nor a certificate (PEM)");
    }
    return from_handle(std::move(key));
}

std::string VerificationKey::pem() const {
    const openssl::Bio bio(BIO_new(BIO_s_mem()));
    REXUE_ASSERT(bio && PEM_write_bio_PUBKEY(bio.get(), key_.get()) == 1);
    return openssl::text_of(*bio);
}

bool VerificationKey::verifies(std::span<const std::byte> message,
                               std::span<const std::byte> signature) const {
    base::Bytes der;
    if (algorithm_ == Algorithm::es256) {
        der = der_signature(signature);
        if (der.empty()) return false;
        signature = der;
    }
    const openssl::DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* key_context = nullptr; // belongs to `context`
    const EVP_MD* digest = algorithm_ == Algorithm::eddsa ? nullptr : EVP_sha256();
    const bool ready = context && EVP_DigestVerifyInit(context.get(), &key_context, digest, nullptr,
                                                       key_.get()) == 1;
    if (!ready || (algorithm_ == Algorithm::ps256 && !set_pss(key_context))) {
        (void)openssl::openssl_error(base::ErrorCode::internal, "verify");
        return false;
    }
    const bool good = EVP_DigestVerify(context.get(), octets(signature), signature.size(),
                                       octets(message), message.size()) == 1;
    // What OpenSSL noted of a wrong signature is not for the next call to find.
    if (!good) (void)openssl::openssl_error(base::ErrorCode::untrusted, "verify");
    return good;
}

} // namespace rexue::credential
