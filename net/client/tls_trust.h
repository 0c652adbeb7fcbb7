// What an OpenSSL context of ours believes: the clock with a floor, and a pinned certificate.
#pragma once

#include <string_view>

#include <openssl/ssl.h>

#include "platform/base/date_text.h"
#include "platform/base/encoding.h"
#include "platform/base/error.h"

namespace rexue::client {

// 64 hex digits, upper or lower case, with or without colons. invalid_argument otherwise.
base::Result<base::Bytes> parse_fingerprint(std::string_view text);

// Certificates are valid or not at `at`, whatever the machine's clock says.
void verify_at(SSL_CTX* context, base::Instant at);

// The peer's chain must hold the certificate with this SHA-256 digest and lead up to it.
// `fingerprint` is read at each handshake and must outlive the context.
void pin_fingerprint(SSL_CTX* context, const base::Bytes& fingerprint);

} // namespace rexue::client
