// Objects in which a member stands twice. RFC 8259 leaves open what they mean; we refuse them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rexue::json {

// The JSON pointer of the first member that its object has already; none when there is none. `text`
// is JSON of at most `max_depth` levels. Names that are no plain words are not repeated: an
// ellipsis stands for them.
std::optional<std::string> repeated_member(std::string_view text, size_t max_depth);

} // namespace rexue::json
