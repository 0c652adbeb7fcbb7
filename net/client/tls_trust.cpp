#include "net/client/tls_trust.h"

#include <algorithm>
#include <array>
#include <string>

#include <openssl/x509_vfy.h>

namespace rexue::client {

namespace {

bool has_digest(const X509* certificate, const base::Bytes& wanted) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    if (X509_digest(certificate, EVP_sha256(), digest.data(), &length) != 1) return false;
    return std::ranges::equal(std::as_bytes(std::span(digest.data(), length)), wanted);
}

int verify_pinned(X509_STORE_CTX* context, void* argument) {
    const auto& wanted = *static_cast<const base::Bytes*>(argument);
    STACK_OF(X509)* sent = X509_STORE_CTX_get0_untrusted(context);
    for (int i = 0; i < sk_X509_num(sent); ++i) {
        X509* certificate = sk_X509_value(sent, i);
        if (!has_digest(certificate, wanted)) continue;
        STACK_OF(X509)* anchors = sk_X509_new_null();
        if (anchors == nullptr || sk_X509_push(anchors, certificate) == 0) {
            sk_X509_free(anchors);
            break;
        }
        X509_STORE_CTX_set0_trusted_stack(context, anchors);
        // The pinned certificate may be the server's own: it need not have signed itself.
        X509_STORE_CTX_set_flags(context, X509_V_FLAG_PARTIAL_CHAIN);
        const int verified = X509_verify_cert(context);
        sk_X509_free(anchors);
        return verified;
    }
    X509_STORE_CTX_set_error(context, X509_V_ERR_CERT_UNTRUSTED);
    return 0;
}

} // namespace

base::Result<base::Bytes> parse_fingerprint(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c != ':'; });
    auto bytes = base::hex_decode(digits);
    if (!bytes || bytes->size() != 32) {
        return base::fail(base::ErrorCode::invalid_argument,
                          "a SHA-256 fingerprint is 64 hexadecimal digits");
    }
    return bytes;
}

void verify_at(SSL_CTX* context, base::Instant at) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch();
    X509_VERIFY_PARAM_set_time(SSL_CTX_get0_param(context), seconds.count());
}

void pin_fingerprint(SSL_CTX* context, const base::Bytes& fingerprint) {
    SSL_CTX_set_cert_verify_callback(context, verify_pinned,
                                     const_cast<base::Bytes*>(&fingerprint));
}

} // namespace rexue::client
