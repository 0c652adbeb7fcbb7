// From phrases to clips: what the speaker is given.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/speech/clip_pack.h"
#include "kiosk/ui/speech/phrase.h"

namespace rexue::ui::speech {

struct SpokenClip {
    std::string file; // of the pack
    std::chrono::milliseconds pause_after{0};

    bool operator==(const SpokenClip&) const = default;
};

// Words that no clip says. They may be a name: shown to nobody, logged as a count only.
struct MissingWords {
    size_t node = 0; // the phrase's
    std::string text;
};

struct Speech {
    std::vector<SpokenClip> clips;
    std::vector<MissingWords> missing;
};

// A speaker takes no more in one utterance; phrases beyond are missing.
inline constexpr size_t most_spoken_clips = 500;

// Never silent about a text: where clips are missing, the pack's fallback says that there is
// something to read, once for a text that it cannot say most of, and in place of the words it
// cannot say otherwise.
Speech speak(const ClipPack& pack, std::span<const Phrase> phrases);

// A call on the board: chime, "请 A012 号到 2 号采血位", and the same words again.
Speech announce_call(const ClipPack& pack, std::string_view ticket, std::string_view place);

// The sound that stands before a call, alone. Without one in the pack: nothing.
Speech chime(const ClipPack& pack);

} // namespace rexue::ui::speech
