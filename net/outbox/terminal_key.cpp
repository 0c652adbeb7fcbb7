#include "net/outbox/terminal_key.h"

#include <array>
#include <utility>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace rexue::outbox {

namespace {

template <auto free_function>
struct Free {
    template <typename T>
    void operator()(T* object) const {
        free_function(object);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Memory = std::unique_ptr<BIO, Free<BIO_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using SigningRequest = std::unique_ptr<X509_REQ, Free<X509_REQ_free>>;

std::unexpected<base::Error> failed(const char* doing) {
    return base::fail(base::ErrorCode::internal, std::string("OpenSSL: ") + doing);
}

// What `write` writes to memory, as text.
template <typename Write>
base::Result<std::string> pem_text(const Write& write) {
    const Memory memory(BIO_new(BIO_s_secmem()));
    if (!memory || write(memory.get()) != 1) return failed("write PEM");
    char* data = nullptr;
    const long length = BIO_get_mem_data(memory.get(), &data);
    return std::string(data, static_cast<size_t>(length));
}

bool is_p256(const EVP_PKEY* key) {
    std::array<char, 32> group{};
    return EVP_PKEY_is_a(key, "EC") == 1 &&
           EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) == 1 &&
           std::string_view(group.data()) == "prime256v1";
}

} // namespace

struct TerminalKey::Handle {
    Key key;
};

TerminalKey::TerminalKey(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
TerminalKey::TerminalKey(TerminalKey&&) noexcept = default;
TerminalKey& TerminalKey::operator=(TerminalKey&&) noexcept = default;
TerminalKey::~TerminalKey() = default;

base::Result<TerminalKey> TerminalKey::generate() {
    Key key(EVP_EC_gen("P-256"));
    if (!key) return failed("generate a key");
    return TerminalKey(std::make_unique<Handle>(Handle{std::move(key)}));
}

base::Result<TerminalKey> TerminalKey::from_pem(std::string_view pem) {
    const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    // Without this callback OpenSSL would ask on the terminal for a pass phrase.
    const auto no_pass_phrase = [](char*, int, int, void*) { return -1; };
    Key key(memory ? PEM_read_bio_PrivateKey(memory.get(), nullptr, no_pass_phrase, nullptr)
                   : nullptr);
    if (!key || !is_p256(key.get())) {
        return base::fail(base::ErrorCode::corrupt, "not an EC P-256 private key");
    }
    return TerminalKey(std::make_unique<Handle>(Handle{std::move(key)}));
}

base::Result<std::string> TerminalKey::to_pem() const {
    return pem_text([&](BIO* memory) {
        return PEM_write_bio_PKCS8PrivateKey(memory, handle_->key.get(), nullptr, nullptr, 0,
                                             nullptr, nullptr);
    });
}

base::Result<std::string> TerminalKey::public_pem() const {
    return pem_text([&](BIO* memory) { return PEM_write_bio_PUBKEY(memory, handle_->key.get()); });
}

base::Result<std::string> TerminalKey::signing_request_pem() const {
    const SigningRequest request(X509_REQ_new());
    if (!request) return failed("make a signing request");
    X509_NAME* name = X509_REQ_get_subject_name(request.get());
    const auto* common_name = reinterpret_cast<const unsigned char*>("rexue-terminal");
    if (X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) != 1 ||
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common_name, -1, -1, 0) != 1 ||
        X509_REQ_set_pubkey(request.get(), handle_->key.get()) != 1 ||
        X509_REQ_sign(request.get(), handle_->key.get(), EVP_sha256()) == 0) {
        return failed("sign a signing request");
    }
    return pem_text([&](BIO* memory) { return PEM_write_bio_X509_REQ(memory, request.get()); });
}

bool TerminalKey::belongs_to(std::string_view certificate_pem) const {
    const Memory memory(
        BIO_new_mem_buf(certificate_pem.data(), static_cast<int>(certificate_pem.size())));
    const Certificate certificate(
        memory ? PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr) : nullptr);
    return certificate && X509_check_private_key(certificate.get(), handle_->key.get()) == 1;
}

base::Result<base::Bytes> TerminalKey::sign(std::string_view text) const {
    const Digest digest(EVP_MD_CTX_new());
    const auto* data = reinterpret_cast<const unsigned char*>(text.data());
    size_t length = 0;
    if (!digest ||
        EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, handle_->key.get()) != 1 ||
        EVP_DigestSign(digest.get(), nullptr, &length, data, text.size()) != 1) {
        return failed("prepare a signature");
    }
    base::Bytes signature(length);
    auto* out = reinterpret_cast<unsigned char*>(signature.data());
    if (EVP_DigestSign(digest.get(), out, &length, data, text.size()) != 1) return failed("sign");
    signature.resize(length);
    return signature;
}

} // namespace rexue::outbox
