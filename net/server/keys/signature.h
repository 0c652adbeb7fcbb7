// Whether a terminal signed something: ES256 with the key of its certificate.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "platform/base/encoding.h"
#include "platform/base/error.h"

namespace rexue::server::keys {

// `signature` is DER. forbidden when it is not by that key; corrupt for an unreadable certificate.
base::Status verify_es256(std::string_view certificate_pem, std::string_view text,
                          std::span<const std::byte> signature);

// SHA-256 of the certificate's DER, lower-case hex: what a connection's certificate is compared by.
base::Result<std::string> fingerprint(std::string_view certificate_pem);

} // namespace rexue::server::keys
