// Provinces and cities by their codes (GB/T 2260): 370000 is Shandong, 370300 Zibo.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rexue::honour {

// Six digits that begin with a province. A district's code is one too.
bool is_place(std::string_view text);

enum class Lies {
    inside,
    outside,
    unknown, // no place is given, or only the province of the city that is asked about
};

// Where `place` lies, seen from `area`, a province or a city.
Lies lies_in(const std::optional<std::string>& place, std::string_view area);

} // namespace rexue::honour
