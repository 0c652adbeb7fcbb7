// What a keyboard asks and what it is told: values, without any engine. All of it stands in this
// header, so that kiosk/ui uses it without linking the engines.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "platform/base/random.h"
#include "platform/base/secret_text.h"

namespace rexue::input_method {

// A place in the writing box, 0 … 1 from its top left corner.
struct InkPoint {
    float x = 0;
    float y = 0;
    bool operator==(const InkPoint&) const = default;
};
using Stroke = std::vector<InkPoint>;

// What a donor types is a name: whoever owns these forgets them with `wipe`.
struct Query {
    enum class Kind {
        pinyin,      // `letters` → characters and words
        handwriting, // `ink` → characters
        radicals,    // `strokes` → the radicals drawn with so many
        characters   // `radical`, `strokes` beside it → characters
    };
    Kind kind = Kind::pinyin;
    std::string letters; // a … z, with v for ü, and ' between syllables
    std::vector<Stroke> ink;
    std::string radical;
    int strokes = 0;
    std::uint32_t number = 0; // of the question, repeated in its answer

    bool operator==(const Query&) const = default;
};

struct Candidate {
    std::string text;   // UTF-8
    size_t letters = 0; // pinyin: how many letters of the query it stands for

    bool operator==(const Candidate&) const = default;
};

struct Answer {
    std::uint32_t number = 0;
    std::vector<Candidate> candidates; // the likeliest first

    bool operator==(const Answer&) const = default;
};

// Overwrites what was typed and leaves the value as new.
inline void wipe(std::vector<Stroke>& ink) {
    for (Stroke& stroke : ink)
        base::wipe(std::as_writable_bytes(std::span(stroke)));
    ink.clear();
}

inline void wipe(std::vector<Candidate>& candidates) {
    for (Candidate& candidate : candidates)
        base::wipe(candidate.text);
    candidates.clear();
}

inline void wipe(Query& query) {
    base::wipe(query.letters);
    wipe(query.ink);
    base::wipe(query.radical);
    query = Query{};
}

} // namespace rexue::input_method
