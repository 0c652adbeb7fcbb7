#include "net/server/keys/signature.h"

#include <array>

#include <openssl/pem.h>

#include "platform/openssl/handles.h"

namespace rexue::server::keys {

using base::ErrorCode;
using openssl::Bio;
using openssl::Certificate;
using openssl::DigestContext;
using openssl::is_p256;
using openssl::memory_bio;
using openssl::openssl_error;

namespace {

Certificate read_certificate(std::string_view pem) {
    const Bio bio = memory_bio(pem);
    return Certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

} // namespace

base::Status verify_es256(std::string_view certificate_pem, std::string_view text,
                          std::span<const std::byte> signature) {
    const Certificate certificate = read_certificate(certificate_pem);
    EVP_PKEY* const key = certificate ? X509_get0_pubkey(certificate.get()) : nullptr;
    if (!is_p256(key)) {
        return std::unexpected(openssl_error(ErrorCode::corrupt, "the terminal's certificate"));
    }
    const DigestContext context(EVP_MD_CTX_new());
    const auto* sent = reinterpret_cast<const unsigned char*>(signature.data());
    const auto* said = reinterpret_cast<const unsigned char*>(text.data());
    const bool good =
        EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
        EVP_DigestVerify(context.get(), sent, signature.size(), said, text.size()) == 1;
    if (!good) {
        return std::unexpected(
            openssl_error(ErrorCode::forbidden, "/signature: not by the terminal's key"));
    }
    return {};
}

base::Result<std::string> fingerprint(std::string_view certificate_pem) {
    const Certificate certificate = read_certificate(certificate_pem);
    std::array<std::byte, 32> digest;
    unsigned size = 0;
    if (!certificate || X509_digest(certificate.get(), EVP_sha256(),
                                    reinterpret_cast<unsigned char*>(digest.data()), &size) != 1) {
        return std::unexpected(openssl_error(ErrorCode::corrupt, "certificate"));
    }
    return base::hex_encode(digest);
}

} // namespace rexue::server::keys
