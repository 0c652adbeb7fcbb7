// The terminal's enrolment key: EC P-256, made on the terminal, never leaves it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "platform/base/encoding.h"
#include "platform/base/error.h"

namespace rexue::outbox {

class TerminalKey {
  public:
    static base::Result<TerminalKey> generate();
    // PKCS #8 PEM. corrupt if it is not an EC P-256 private key.
    static base::Result<TerminalKey> from_pem(std::string_view pem);

    TerminalKey(TerminalKey&&) noexcept;
    TerminalKey& operator=(TerminalKey&&) noexcept;
    ~TerminalKey();

    // PKCS #8 PEM without a pass phrase: only for a file with mode 0600.
    base::Result<std::string> to_pem() const;
    // SubjectPublicKeyInfo PEM.
    base::Result<std::string> public_pem() const;
    // PKCS #10 PEM with this key. The server gives the certificate its names; ours are ignored.
    base::Result<std::string> signing_request_pem() const;
    // True for an X.509 certificate (PEM) of this very key.
    bool belongs_to(std::string_view certificate_pem) const;
    // ES256: ECDSA over P-256 and SHA-256, DER. Any thread.
    base::Result<base::Bytes> sign(std::string_view text) const;

  private:
    struct Handle;
    explicit TerminalKey(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> handle_;
};

} // namespace rexue::outbox
