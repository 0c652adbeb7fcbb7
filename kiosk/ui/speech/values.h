// What in a text is said by grammar and not from a recording of it: numbers, times, tickets …
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "kiosk/ui/speech/clip_pack.h"
#include "kiosk/ui/speech/numbers.h"

namespace rexue::ui::speech {

struct Value {
    size_t bytes = 0; // of the text
    Words words;
};

// The value that begins at `place`, if one does: 10:24, 3 / 5, A012, 400, the dash of 5–10, AB.
std::optional<Value> value_at(const ClipPack& pack, std::string_view text, size_t place);

} // namespace rexue::ui::speech
