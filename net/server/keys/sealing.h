// Opening sealed visit records: libsodium's sealed box (X25519, XSalsa20-Poly1305).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "platform/base/encoding.h"
#include "platform/base/error.h"

namespace rexue::server::keys {

inline constexpr size_t sealing_key_bytes = 32;

class SealingKeys {
  public:
    // 32 bytes, the secret half; the public half follows from it. Belongs in a file of mode 0600.
    static base::Bytes make_secret();
    // corrupt when it is not 32 bytes.
    static base::Result<SealingKeys> load(base::Bytes secret);

    SealingKeys(SealingKeys&&) noexcept = default;
    SealingKeys& operator=(SealingKeys&&) noexcept = default;
    ~SealingKeys();

    // Base64, as terminals get it at enrolment.
    std::string public_key_base64() const;

    // What only this server can read again. Each time another box. Any thread.
    base::Bytes seal(std::string_view text) const;
    // corrupt when it was not sealed for this key or has been changed since. Any thread.
    base::Result<std::string> open(std::span<const std::byte> sealed) const;

  private:
    SealingKeys() = default;

    base::Bytes secret_;
    base::Bytes public_;
};

} // namespace rexue::server::keys
