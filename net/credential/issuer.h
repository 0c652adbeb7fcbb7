// The name of who issues cards, as it stands in cards, key sets, revocation lists and file names.
#pragma once

#include <cstddef>
#include <string_view>

namespace rexue::credential {

inline constexpr size_t longest_issuer_chars = 32;
inline constexpr const char* issuer_rule =
    "an issuer is 1 to 32 of a-z, 0-9, '-', '.', '_', and begins with no '.'";

bool is_issuer(std::string_view text);

} // namespace rexue::credential
