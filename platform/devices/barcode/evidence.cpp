#include "platform/devices/barcode/evidence.h"

#include <algorithm>

namespace rexue::devices {

namespace {

bool is_same_kind(const Look& one, const Look& other) {
    return one.view == other.view && one.filter == other.filter;
}

// As the library would look if it were asked alone.
bool is_plain(const Look& look) {
    return look.filter == Filter::none && look.threshold == Threshold::local &&
           look.ink == Ink::dark_on_light && look.view == View{.shrink = look.view.shrink};
}

} // namespace

int Evidence::kinds_for(const std::string& text) const {
    return static_cast<int>(std::ranges::count(witnesses_, text, &Witness::text));
}

int Evidence::kinds_against(const std::string& text) const {
    int most = 0;
    for (const Witness& witness : witnesses_) {
        if (witness.text != text) most = std::max(most, kinds_for(witness.text));
    }
    return most;
}

bool Evidence::add(const Reading& reading, const Look& look) {
    if (reading.code.format != CodeFormat::code_128) return true;
    const std::string& text = reading.code.text;
    const bool known = std::ranges::any_of(witnesses_, [&](const Witness& witness) {
        return witness.text == text && is_same_kind(witness.look, look);
    });
    if (!known) witnesses_.push_back({.text = text, .look = look});

    const int against = kinds_against(text);
    const bool unspoilt = look.filter == Filter::none && look.view.enlarge_percent == 100;
    if (reading.certain && unspoilt && against == 0) return true;
    return kinds_for(text) >= 2 + against;
}

std::optional<ScannedCode> Evidence::last_resort() const {
    constexpr size_t shortest_bytes = 4;
    for (const Witness& witness : witnesses_) {
        if (is_plain(witness.look) && witness.text.size() >= shortest_bytes &&
            kinds_for(witness.text) >= kinds_against(witness.text)) {
            return ScannedCode{.text = witness.text, .format = CodeFormat::code_128};
        }
    }
    return std::nullopt;
}

} // namespace rexue::devices
