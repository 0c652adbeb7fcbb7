#include "net/client/instance_id.h"

#include <array>
#include <span>

#include <openssl/evp.h>

#include "platform/base/encoding.h"
#include "platform/base/utf8.h"
#include "platform/storage/file.h"

namespace rexue::client {

std::string instance_id(std::string_view machine_id, const base::Uuid& profile) {
    const std::string text = std::string(machine_id) + "\n" + profile.to_string();
    std::array<unsigned char, 32> digest{};
    const int done =
        EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
    REXUE_ASSERT(done == 1);
    return base::hex_encode(std::as_bytes(std::span(digest)));
}

base::Result<std::string> read_machine_id(const std::filesystem::path& file) {
    const auto text = storage::read_text_file(file, 1024);
    if (!text) return base::fail(base::ErrorCode::io, "this machine has no machine-id");
    std::string id(base::trimmed(*text));
    if (id.size() != 32 || !base::hex_decode(id)) {
        return base::fail(base::ErrorCode::corrupt, "the machine-id is not 32 hex digits");
    }
    return id;
}

} // namespace rexue::client
