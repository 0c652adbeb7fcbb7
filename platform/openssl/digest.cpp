#include "platform/openssl/digest.h"

#include <array>

#include "platform/openssl/handles.h"

namespace rexue::openssl {

base::Result<std::string> sha256_hex(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
        return std::unexpected(openssl_error(base::ErrorCode::internal, "digest"));
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (unsigned int i = 0; i < size; ++i) {
        hex += digits[digest[i] >> 4];
        hex += digits[digest[i] & 0xF];
    }
    return hex;
}

} // namespace rexue::openssl
