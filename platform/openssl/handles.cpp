#include "platform/openssl/handles.h"

#include <array>
#include <cstring>

#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/err.h>

namespace rexue::openssl {

base::Error openssl_error(base::ErrorCode code, std::string_view doing) {
    std::array<char, 200> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    ERR_clear_error();
    return {.code = code, .detail = fmt::format("{}: {}", doing, text.data())};
}

Bio memory_bio(std::string_view content) {
    return Bio(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())));
}

std::string text_of(BIO& bio) {
    const char* data = nullptr;
    const long size = BIO_get_mem_data(&bio, &data);
    return size > 0 ? std::string(data, static_cast<size_t>(size)) : std::string();
}

bool is_p256(const EVP_PKEY* key) {
    std::array<char, 64> group{};
    return key != nullptr && EVP_PKEY_is_a(key, "EC") == 1 &&
           EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group.data(),
                                          group.size(), nullptr) == 1 &&
           std::strcmp(group.data(), "prime256v1") == 0;
}

} // namespace rexue::openssl
