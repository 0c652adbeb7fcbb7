#include "platform/devices/barcode/evidence.h"

#include <algorithm>

namespace rexue::devices {

int Evidence::kinds_for(const std::string& text) const {
    return static_cast<int>(std::ranges::count(witnesses_, text, &Witness::text));
}

bool Evidence::add(const Reading& reading, const Look& look) {
    if (reading.code.format != CodeFormat::code_128) return true;
    const std::string& text = reading.code.text;
    const bool known = std::ranges::any_of(witnesses_, [&](const Witness& witness) {
        return witness.text == text && witness.scale == look.scale && witness.filter == look.filter;
    });
    if (!known) witnesses_.push_back({.text = text, .scale = look.scale, .filter = look.filter});

    int rival = 0;
    for (const Witness& witness : witnesses_) {
        if (witness.text != text) rival = std::max(rival, kinds_for(witness.text));
    }
    if (reading.certain && look.filter == Filter::none && look.scale.enlarge_percent == 100 &&
        rival == 0) {
        return true;
    }
    return kinds_for(text) >= 2 + rival;
}

} // namespace rexue::devices
