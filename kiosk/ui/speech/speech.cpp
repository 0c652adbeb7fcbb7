#include "kiosk/ui/speech/speech.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/speech/sayable.h"

namespace rexue::ui::speech {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds after_word{120}; // "Button: …"
constexpr milliseconds after_text{250}; // of several in one phrase
constexpr milliseconds after_phrase{500};
constexpr milliseconds after_heading{700};
constexpr milliseconds between_calls{900};

class Speaking {
  public:
    explicit Speaking(const ClipPack& pack) : pack_(pack) {}

    // A word of the pack's own.
    void say_word(const std::string& word, size_t node) {
        if (word.empty()) return;
        if (const std::string* file = pack_.file_of(word)) {
            speech_.clips.push_back({.file = *file});
        } else {
            say_fallback(word, node);
        }
    }

    void say_text(std::string_view text, size_t node) {
        const auto pieces = cut_into_clips(pack_, text);
        size_t known = 0;
        size_t unknown = 0;
        for (const Piece& piece : pieces)
            (piece.is_known ? known : unknown) += piece.words.size();
        // Numbers and scraps around what cannot be said make no sense by themselves.
        if (unknown > known) {
            say_fallback(text, node);
            return;
        }
        for (const Piece& piece : pieces) {
            if (piece.is_known) {
                speech_.clips.push_back({.file = *pack_.file_of(piece.words)});
            } else {
                say_fallback(piece.words, node);
            }
            speech_.clips.back().pause_after = piece.pause_after;
        }
    }

    void pause(milliseconds length) {
        if (speech_.clips.empty()) return;
        auto& pause = speech_.clips.back().pause_after;
        pause = std::max(pause, length);
    }

    void play(const std::string& file) {
        if (!file.empty()) speech_.clips.push_back({.file = file});
    }

    void leave_out(const Phrase& phrase) {
        for (const std::string& text : phrase.texts)
            speech_.missing.push_back({.node = phrase.node, .text = text});
    }

    size_t size() const { return speech_.clips.size(); }
    Speech take() { return std::move(speech_); }

  private:
    void say_fallback(std::string_view text, size_t node) {
        speech_.missing.push_back({.node = node, .text = std::string(text)});
        speech_.clips.push_back({.file = *pack_.file_of(pack_.words().fallback)});
    }

    const ClipPack& pack_;
    Speech speech_;
};

const std::string& role_word(const PackWords& words, Role role) {
    static const std::string none;
    switch (role) {
        case Role::button:
            return words.button;
        case Role::choice:
            return words.choice;
        case Role::list_item:
            return words.list_item;
        case Role::field:
            return words.field;
        default:
            return none;
    }
}

void say_phrase(Speaking& speaking, const PackWords& words, const Phrase& phrase) {
    speaking.say_word(role_word(words, phrase.role), phrase.node);
    speaking.pause(after_word);
    for (const std::string& text : phrase.texts) {
        speaking.say_text(text, phrase.node);
        speaking.pause(after_text);
    }
    if (phrase.selected) speaking.say_word(words.selected, phrase.node);
    if (!phrase.enabled) speaking.say_word(words.unavailable, phrase.node);
    speaking.pause(phrase.role == Role::heading ? after_heading : after_phrase);
}

} // namespace

Speech speak(const ClipPack& pack, std::span<const Phrase> phrases) {
    // A phrase is begun only when there is room for a long one.
    constexpr size_t room_for_a_phrase = 60;
    Speaking speaking(pack);
    for (const Phrase& phrase : phrases) {
        if (speaking.size() + room_for_a_phrase > most_spoken_clips) {
            speaking.leave_out(phrase);
        } else {
            say_phrase(speaking, pack.words(), phrase);
        }
    }
    Speech speech = speaking.take();
    speech.clips.resize(std::min(speech.clips.size(), most_spoken_clips));
    return speech;
}

Speech announce_call(const ClipPack& pack, std::string_view ticket, std::string_view place) {
    Speaking speaking(pack);
    speaking.play(pack.chime());
    speaking.pause(after_text);
    for (int time = 0; time < 2; ++time) {
        speaking.say_word(pack.words().call, 0);
        speaking.say_text(ticket, 0);
        speaking.say_word(pack.words().call_to, 0);
        speaking.say_text(place, 0);
        speaking.pause(between_calls);
    }
    return speaking.take();
}

Speech chime(const ClipPack& pack) {
    Speaking speaking(pack);
    speaking.play(pack.chime());
    return speaking.take();
}

} // namespace rexue::ui::speech
