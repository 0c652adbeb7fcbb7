// Short numbers for words that many cards hold. A number is never given to another word: cards
// are printed on plastic.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rexue::credential {

enum class Register { tiers, awards, blood_groups };

std::optional<std::uint8_t> number_of(Register which, std::string_view word);
std::optional<std::string_view> word_of(Register which, std::uint64_t number);

} // namespace rexue::credential
