#include "kiosk/rules/honour/place.h"

#include <algorithm>

namespace rexue::honour {

namespace {

constexpr size_t code_digits = 6;

// The digits that matter: 37 of 370000, 3703 of 370300.
std::string_view stem(std::string_view place) {
    while (place.size() > 2 && place.ends_with("00"))
        place.remove_suffix(2);
    return place;
}

} // namespace

bool is_place(std::string_view text) {
    return text.size() == code_digits && text[0] != '0' &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Lies lies_in(const std::optional<std::string>& place, std::string_view area) {
    if (!place) return Lies::unknown;
    const std::string_view inner = stem(*place);
    const std::string_view outer = stem(area);
    if (inner.starts_with(outer)) return Lies::inside;
    return outer.starts_with(inner) ? Lies::unknown : Lies::outside;
}

} // namespace rexue::honour
