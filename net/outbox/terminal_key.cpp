#include "net/outbox/terminal_key.h"

#include <utility>

#include <openssl/ec.h>
#include <openssl/pem.h>

#include "platform/openssl/handles.h"

namespace rexue::outbox {

namespace {

using openssl::Bio;
using openssl::Certificate;
using openssl::memory_bio;
using openssl::SigningRequest;

std::unexpected<base::Error> failed(const char* doing) {
    return base::fail(base::ErrorCode::internal, std::string("OpenSSL: ") + doing);
}

// What `write` writes to memory, as text.
template <typename Write>
base::Result<std::string> pem_text(const Write& write) {
    const Bio memory(BIO_new(BIO_s_secmem()));
    if (!memory || write(memory.get()) != 1) return failed("write PEM");
    return openssl::text_of(*memory);
}

} // namespace

struct TerminalKey::Handle {
    openssl::PrivateKey key;
};

TerminalKey::TerminalKey(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
TerminalKey::TerminalKey(TerminalKey&&) noexcept = default;
TerminalKey& TerminalKey::operator=(TerminalKey&&) noexcept = default;
TerminalKey::~TerminalKey() = default;

base::Result<TerminalKey> TerminalKey::generate() {
    openssl::PrivateKey key(EVP_EC_gen("P-256"));
    if (!key) return failed("generate a key");
    return TerminalKey(std::make_unique<Handle>(Handle{std::move(key)}));
}

base::Result<TerminalKey> TerminalKey::from_pem(std::string_view pem) {
    const Bio memory = memory_bio(pem);
    // Without this callback OpenSSL would ask on the terminal for a pass phrase.
    const auto no_pass_phrase = [](char*, int, int, void*) { return -1; };
    openssl::PrivateKey key(
        memory ? PEM_read_bio_PrivateKey(memory.get(), nullptr, no_pass_phrase, nullptr) : nullptr);
    if (!key || !openssl::is_p256(key.get())) {
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
    const Bio memory = memory_bio(certificate_pem);
    const Certificate certificate(
        memory ? PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr) : nullptr);
    return certificate && X509_check_private_key(certificate.get(), handle_->key.get()) == 1;
}

base::Result<base::Bytes> TerminalKey::sign(std::string_view text) const {
    const openssl::DigestContext digest(EVP_MD_CTX_new());
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
