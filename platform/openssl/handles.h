// OpenSSL's objects, owned, for the folders that speak to OpenSSL themselves.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "platform/base/error.h"

namespace rexue::openssl {

template <auto function>
struct FreedBy {
    template <typename T>
    void operator()(T* object) const {
        function(object);
    }
};

using Bio = std::unique_ptr<BIO, FreedBy<BIO_free_all>>;
using PrivateKey = std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, FreedBy<X509_free>>;
using SigningRequest = std::unique_ptr<X509_REQ, FreedBy<X509_REQ_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, FreedBy<X509_EXTENSION_free>>;

// The newest OpenSSL failure, its queue emptied.
base::Error openssl_error(base::ErrorCode code, std::string_view doing);

Bio memory_bio(std::string_view content);
std::string text_of(BIO& bio);

// True for an EC key on P-256, the one kind we issue and accept.
bool is_p256(const EVP_PKEY* key);

} // namespace rexue::openssl
