// Names of the nations of China by their codes on the card.
#pragma once

#include <string_view>

namespace rexue::identity {

// GB/T 3304: "01" is 汉. Empty for a code that the standard does not have.
std::string_view nation_name(std::string_view code);

} // namespace rexue::identity
