#include "net/credential/issuer.h"

#include <algorithm>

namespace rexue::credential {

bool is_issuer(std::string_view text) {
    // A file of that name would be hidden.
    return !text.empty() && text.size() <= longest_issuer_chars && text.front() != '.' &&
           std::ranges::all_of(text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                      c == '_';
           });
}

} // namespace rexue::credential
