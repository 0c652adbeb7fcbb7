// A text as clips: what of it the pack can say, and what it cannot.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/speech/clip_pack.h"

namespace rexue::ui::speech {

// Words that are one clip of the pack, or words that it has no clip for.
struct Piece {
    std::string words;
    bool is_known = true;
    std::chrono::milliseconds pause_after{0}; // by the punctuation behind it
};

inline constexpr size_t longest_text_bytes = 2000;

// Cuts a text into the fewest clips: whole phrases before their parts; numbers, times, tickets and
// letters by the grammar of the language. Adjoining characters that no clip covers are one piece.
// A text longer than longest_text_bytes is one unknown piece.
std::vector<Piece> cut_into_clips(const ClipPack& pack, std::string_view text);

} // namespace rexue::ui::speech
