#include "net/server/handlers/sealed_box.h"

#include "net/server/keys/signature.h"
#include "platform/base/encoding.h"
#include "platform/base/secret_text.h"

namespace rexue::server {

using base::ErrorCode;

base::Result<boost::json::value> open_sealed(const keys::SealingKeys& sealing,
                                             std::string_view ciphertext_base64) {
    const auto bytes = base::base64_decode(ciphertext_base64);
    if (!bytes) return base::fail(ErrorCode::corrupt, "/ciphertext: not Base64");
    auto text = sealing.open(*bytes);
    if (!text) return base::fail(text);
    auto value = json::parse(*text);
    base::wipe(*text);
    if (!value) return base::fail(ErrorCode::corrupt, "/ciphertext: what is inside is not JSON");
    return value;
}

base::Status check_sealed_signature(const Terminal& terminal, std::string_view text,
                                    std::string_view signature_base64) {
    const auto signature = base::base64_decode(signature_base64);
    if (!signature) return base::fail(ErrorCode::invalid_argument, "/signature: not Base64");
    return keys::verify_es256(terminal.certificate_pem, text, *signature);
}

} // namespace rexue::server
