#include "net/server/keys/secrets.h"

#include <algorithm>
#include <array>

#include <sodium.h>

#include "platform/base/encoding.h"
#include "platform/base/random.h"

namespace rexue::server::keys {

using base::ErrorCode;

namespace {

// A PIN has few digits: each guess must cost. 100 ms is what a nurse does not notice.
constexpr unsigned long long pin_operations = 3;
constexpr size_t pin_memory_bytes = 64 * 1024 * 1024;

constexpr std::string_view code_alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr size_t code_length = 12;
static_assert(code_alphabet.size() == 32);

} // namespace

std::string hash_pin(std::string_view pin) {
    REXUE_ASSERT(sodium_init() >= 0);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    REXUE_ASSERT(crypto_pwhash_str_alg(text.data(), pin.data(), pin.size(), pin_operations,
                                       pin_memory_bytes, crypto_pwhash_ALG_ARGON2ID13) == 0);
    return text.data();
}

bool pin_matches(std::string_view hash, std::string_view pin) {
    REXUE_ASSERT(sodium_init() >= 0);
    return crypto_pwhash_str_verify(std::string(hash).c_str(), pin.data(), pin.size()) == 0;
}

bool is_staff_number(std::string_view text) {
    return !text.empty() && text.size() <= 10 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

base::Status check_pin(std::string_view pin) {
    const bool good = pin.size() >= 4 && pin.size() <= 12 &&
                      std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; });
    if (good) return {};
    return base::fail(ErrorCode::invalid_argument, "/pin: 4 to 12 digits are wanted");
}

std::string make_enrolment_code() {
    std::array<std::byte, code_length> bytes;
    base::fill_random(bytes);
    std::string code;
    for (size_t i = 0; i < code_length; ++i) {
        if (i > 0 && i % 4 == 0) code += '-';
        code += code_alphabet[std::to_integer<size_t>(bytes[i]) % code_alphabet.size()];
    }
    return code;
}

base::Result<std::string> normalise_enrolment_code(std::string_view typed) {
    const auto not_a_code = [] {
        return base::fail(ErrorCode::invalid_argument,
                          "/code: twelve letters and digits are wanted");
    };
    std::string code;
    for (char c : typed) {
        if (c == '-' || c == ' ') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (!code_alphabet.contains(c)) return not_a_code();
        code += c;
    }
    if (code.size() != code_length) return not_a_code();
    return code;
}

std::string make_token() {
    std::array<std::byte, 32> bytes;
    base::fill_random(bytes);
    return base::hex_encode(bytes);
}

std::string hash_of(std::string_view secret) {
    std::array<std::byte, crypto_hash_sha256_BYTES> digest;
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                       reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    return base::hex_encode(digest);
}

} // namespace rexue::server::keys
