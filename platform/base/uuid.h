// UUID version 7 (RFC 9562 §5.7): identifiers that sort by the time they were made.
#pragma once

#include <array>
#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "platform/base/error.h"

namespace rexue::base {

struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Uuid&) const = default;
    // Lower case, 36 characters.
    std::string to_string() const;
};

// `now` supplies the 48-bit millisecond field; the other 74 bits are random.
Uuid make_uuid_v7(std::chrono::system_clock::time_point now);

// Any version; 36 characters, hyphens where they belong. invalid_argument otherwise.
Result<Uuid> parse_uuid(std::string_view text);

} // namespace rexue::base
