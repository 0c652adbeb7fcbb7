#include "net/credential/dynamic_code.h"

#include <algorithm>

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "net/credential/base45.h"
#include "net/credential/container.h"
#include "net/credential/first_day.h"
#include "platform/base/mod_97_10.h"
#include "platform/base/random.h"

namespace rexue::credential {

namespace {

constexpr std::byte kind_and_version{1};
constexpr size_t signed_bytes_count = 13;
constexpr size_t code_bytes = 29;

template <typename T>
void append(base::Bytes& bytes, T number) {
    for (size_t i = sizeof(T); i-- > 0;)
        bytes.push_back(static_cast<std::byte>(number >> (8 * i) & 0xFF));
}

template <typename T>
T take(std::span<const std::byte>& rest) {
    std::uint64_t number = 0;
    for (size_t i = 0; i < sizeof(T); ++i)
        number = number << 8 | std::to_integer<std::uint64_t>(rest[i]);
    rest = rest.subspan(sizeof(T));
    return static_cast<T>(number);
}

std::array<std::byte, 32> hmac_sha256(std::span<const std::byte> key,
                                      std::span<const std::byte> message) {
    std::array<std::byte, 32> made{};
    unsigned int size = made.size();
    REXUE_ASSERT(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
                      reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                      reinterpret_cast<unsigned char*>(made.data()), &size) != nullptr);
    return made;
}

base::Bytes signed_part(std::uint64_t card_number, Step step) {
    base::Bytes bytes{kind_and_version};
    append(bytes, step.day);
    append(bytes, card_number);
    append(bytes, step.step);
    return bytes;
}

} // namespace

std::optional<std::uint16_t> day_number(base::Date day) {
    if (!day.ok()) return std::nullopt;
    const auto days = (std::chrono::sys_days(day) - first_day).count();
    if (days < 0 || days > 65'535) return std::nullopt;
    return static_cast<std::uint16_t>(days);
}

std::optional<Step> step_at(base::Instant at) {
    const auto midnight = std::chrono::floor<std::chrono::days>(at);
    const auto day = day_number(base::Date(midnight));
    if (!day) return std::nullopt;
    return Step{.day = *day, .step = static_cast<std::uint16_t>((at - midnight) / step_length)};
}

base::Result<DynamicKey> DynamicKey::from_bytes(std::span<const std::byte> bytes) {
    DynamicKey key;
    if (bytes.size() != key.bytes_.size()) {
        return base::fail(base::ErrorCode::invalid_argument, "a key of dynamic codes has 32 bytes");
    }
    std::ranges::copy(bytes, key.bytes_.begin());
    return key;
}

DynamicKey::~DynamicKey() {
    base::wipe(bytes_);
}

DynamicKey DynamicKey::derive(std::span<const std::byte> message) const {
    DynamicKey derived;
    derived.bytes_ = hmac_sha256(bytes_, message);
    return derived;
}

DynamicKey DynamicKey::for_day(std::uint16_t day) const {
    base::Bytes message;
    append(message, day);
    return derive(message);
}

DynamicKey DynamicKey::for_holder(std::uint64_t card_number) const {
    base::Bytes message;
    append(message, card_number);
    return derive(message);
}

std::array<std::byte, 16> DynamicKey::tag(std::span<const std::byte> message) const {
    const auto whole = hmac_sha256(bytes_, message);
    std::array<std::byte, 16> half{};
    std::ranges::copy(std::span(whole).first(half.size()), half.begin());
    return half;
}

std::string make_dynamic_code(std::uint64_t card_number, Step step, const DynamicKey& holder_key) {
    base::Bytes bytes = signed_part(card_number, step);
    const auto tag = holder_key.tag(bytes);
    bytes.insert(bytes.end(), tag.begin(), tag.end());
    return std::string(dynamic_prefix) + base45_encode(bytes);
}

base::Result<DynamicCode> read_dynamic_code(std::span<const std::byte> bytes) {
    if (bytes.size() != code_bytes || bytes.front() != kind_and_version) {
        return base::fail(base::ErrorCode::invalid_argument, "no dynamic code of a known kind");
    }
    DynamicCode code;
    code.signed_part.assign(bytes.begin(), bytes.begin() + signed_bytes_count);
    std::ranges::copy(bytes.subspan(signed_bytes_count), code.tag.begin());
    std::span<const std::byte> rest = bytes.subspan(1);
    code.step.day = take<std::uint16_t>(rest);
    code.card_number = take<std::uint64_t>(rest);
    code.step.step = take<std::uint16_t>(rest);
    const std::string digits = fmt::format("{:016}", code.card_number);
    if (code.step.step >= steps_a_day || digits.size() != 16 || !base::has_check_digits(digits)) {
        return base::fail(base::ErrorCode::invalid_argument, "a dynamic code that cannot be");
    }
    return code;
}

bool is_tagged_by(const DynamicCode& code, const DynamicKey& holder_key) {
    const auto tag = holder_key.tag(code.signed_part);
    return CRYPTO_memcmp(tag.data(), code.tag.data(), tag.size()) == 0;
}

} // namespace rexue::credential
