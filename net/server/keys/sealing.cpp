#include "net/server/keys/sealing.h"

#include <sodium.h>

#include "platform/base/random.h"

namespace rexue::server::keys {

using base::ErrorCode;

namespace {

unsigned char* raw(base::Bytes& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}
const unsigned char* raw(std::span<const std::byte> bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

static_assert(sealing_key_bytes == crypto_box_SECRETKEYBYTES);
static_assert(sealing_key_bytes == crypto_box_PUBLICKEYBYTES);

} // namespace

base::Bytes SealingKeys::make_secret() {
    REXUE_ASSERT(sodium_init() >= 0);
    base::Bytes secret(sealing_key_bytes);
    base::Bytes unused(sealing_key_bytes);
    crypto_box_keypair(raw(unused), raw(secret));
    return secret;
}

base::Result<SealingKeys> SealingKeys::load(base::Bytes secret) {
    REXUE_ASSERT(sodium_init() >= 0);
    if (secret.size() != sealing_key_bytes) {
        return base::fail(ErrorCode::corrupt, "the sealing key is not 32 bytes");
    }
    SealingKeys keys;
    keys.secret_ = std::move(secret);
    keys.public_.resize(sealing_key_bytes);
    crypto_scalarmult_base(raw(keys.public_), raw(keys.secret_));
    return keys;
}

SealingKeys::~SealingKeys() {
    base::wipe(secret_);
}

std::string SealingKeys::public_key_base64() const {
    return base::base64_encode(public_);
}

base::Bytes SealingKeys::seal(std::string_view text) const {
    base::Bytes box(text.size() + crypto_box_SEALBYTES);
    const int sealed = crypto_box_seal(
        raw(box), reinterpret_cast<const unsigned char*>(text.data()), text.size(), raw(public_));
    REXUE_ASSERT(sealed == 0);
    return box;
}

base::Result<std::string> SealingKeys::open(std::span<const std::byte> sealed) const {
    const auto cannot = [] {
        return base::fail(ErrorCode::corrupt, "/ciphertext: not sealed for this server");
    };
    if (sealed.size() < crypto_box_SEALBYTES) return cannot();
    std::string text(sealed.size() - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(reinterpret_cast<unsigned char*>(text.data()), raw(sealed),
                             sealed.size(), raw(public_), raw(secret_)) != 0) {
        return cannot();
    }
    return text;
}

} // namespace rexue::server::keys
