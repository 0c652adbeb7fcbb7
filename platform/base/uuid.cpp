#include "platform/base/uuid.h"

#include <span>

#include "platform/base/encoding.h"
#include "platform/base/random.h"

namespace rexue::base {

namespace {

constexpr bool hyphen_after(size_t byte_index) {
    return byte_index == 3 || byte_index == 5 || byte_index == 7 || byte_index == 9;
}

} // namespace

std::string Uuid::to_string() const {
    std::string text;
    text.reserve(36);
    for (size_t i = 0; i < bytes.size(); ++i) {
        text += hex_encode(std::as_bytes(std::span(&bytes[i], 1)));
        if (hyphen_after(i)) text += '-';
    }
    return text;
}

Uuid make_uuid_v7(std::chrono::system_clock::time_point now) {
    Uuid uuid;
    fill_random(std::as_writable_bytes(std::span(uuid.bytes)));
    const auto since_epoch =
        std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch());
    const auto milliseconds = static_cast<std::uint64_t>(since_epoch.count());
    for (size_t i = 0; i < 6; ++i) {
        uuid.bytes[i] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * i));
    }
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0F) | 0x70);
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3F) | 0x80);
    return uuid;
}

Result<Uuid> parse_uuid(std::string_view text) {
    const auto malformed = [] { return fail(ErrorCode::invalid_argument, "not a UUID"); };
    if (text.size() != 36) return malformed();
    std::string digits;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool wants_hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if ((text[i] == '-') != wants_hyphen) return malformed();
        if (!wants_hyphen) digits += text[i];
    }
    const auto decoded = hex_decode(digits);
    if (!decoded || decoded->size() != 16) return malformed();
    Uuid uuid;
    for (size_t i = 0; i < 16; ++i)
        uuid.bytes[i] = std::to_integer<std::uint8_t>((*decoded)[i]);
    return uuid;
}

} // namespace rexue::base
