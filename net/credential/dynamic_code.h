// A code that a phone shows for half a minute: a picture of it is worth nothing afterwards.
//
// 29 bytes, numbers with the largest byte first: kind and version (1) · day since 2020-01-01, UTC
// (2) · card number (8) · step of 30 s in that day (2) · tag (16), the first half of the
// HMAC-SHA-256 of the thirteen bytes before it with the holder's key of that day.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "platform/base/date_text.h"
#include "platform/base/encoding.h"
#include "platform/base/error.h"

namespace rexue::credential {

inline constexpr std::chrono::seconds step_length{30};
inline constexpr int steps_a_day = 2'880;

// Where an instant lies. Days 0 (2020-01-01) to 65535.
struct Step {
    std::uint16_t day = 0;
    std::uint16_t step = 0;

    // Steps since the first day.
    std::int64_t absolute() const { return std::int64_t{day} * steps_a_day + step; }
    bool operator==(const Step&) const = default;
};
// Nothing before 2020-01-01 and past 2199.
std::optional<Step> step_at(base::Instant at);
std::optional<std::uint16_t> day_number(base::Date day);

// 32 bytes that are wiped. Who has the master key makes every day's; who has a day's key (a
// terminal, for a few days) makes every holder's of that day; a holder's app has its own few.
class DynamicKey {
  public:
    static base::Result<DynamicKey> from_bytes(std::span<const std::byte> bytes); // 32 of them
    DynamicKey(const DynamicKey&) = default;
    DynamicKey& operator=(const DynamicKey&) = default;
    ~DynamicKey();

    std::span<const std::byte> bytes() const { return bytes_; }

    DynamicKey for_day(std::uint16_t day) const;            // master → day
    DynamicKey for_holder(std::uint64_t card_number) const; // day → holder and day
    std::array<std::byte, 16> tag(std::span<const std::byte> message) const;

  private:
    DynamicKey() = default;
    DynamicKey derive(std::span<const std::byte> message) const;

    std::array<std::byte, 32> bytes_{};
};

struct DynamicCode {
    std::uint64_t card_number = 0; // 16 digits, check digits included
    Step step;
    base::Bytes signed_part; // the thirteen bytes
    std::array<std::byte, 16> tag{};
};

// "RXD1:…", with the key of this holder and day.
std::string make_dynamic_code(std::uint64_t card_number, Step step, const DynamicKey& holder_key);

// The bytes behind the prefix. invalid_argument; nothing is said yet of the tag.
base::Result<DynamicCode> read_dynamic_code(std::span<const std::byte> bytes);

// Takes the same time for every tag.
bool is_tagged_by(const DynamicCode& code, const DynamicKey& holder_key);

} // namespace rexue::credential
