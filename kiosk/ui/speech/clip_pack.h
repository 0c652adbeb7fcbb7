// The clips of one language: which words there are, and in which files.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/base/error.h"

namespace rexue::ui::speech {

// Words that speech adds to those of the screen. Empty ones are left out.
struct PackWords {
    std::string button;
    std::string choice;
    std::string list_item;
    std::string field;
    std::string selected;
    std::string unavailable;
    // Said where there is no clip: that there is a text to be read.
    std::string fallback;
    std::string range; // between two numbers
    // Around the numbers of "3 / 5".
    std::string step;
    std::string step_of;
    std::string step_end;
    // Around ticket and place of a call: "请 A012 号到 2 号采血位".
    std::string call;
    std::string call_to;
};

// How numbers are said.
enum class Tongue { chinese, english };

class ClipPack {
  public:
    static constexpr size_t max_clips = 8000;

    // `manifest` is the pack.json that packaging/voice/make_placeholder_clips writes:
    //   {"language": "zh_CN", "words": {…PackWords…}, "chime": "sound/chime.wav",
    //    "clips": [{"text": "请稍等", "file": "phrases/ab12.wav"}, …]}
    // Clips whose file `is_there` denies are not in the pack: what they would say is then missing,
    // and reported. invalid_argument for a manifest that is none, for a file name that leaves the
    // pack, and for one without the fallback, because then a text could be passed over in silence;
    // limit_exceeded; unsupported for a language whose numbers nobody has taught us.
    static base::Result<ClipPack> parse(
        std::string_view manifest, const std::function<bool(const std::string& file)>& is_there);

    const std::string& language() const { return language_; }
    Tongue tongue() const { return tongue_; }
    const PackWords& words() const { return words_; }
    const std::string& chime() const { return chime_; } // empty: none

    // The file of these very words; null when there is none.
    const std::string* file_of(std::string_view text) const;
    // All texts that begin with this character (UTF-8).
    const std::vector<std::string>& texts_beginning_with(std::string_view character) const;
    size_t size() const { return files_.size(); }

  private:
    ClipPack() = default;
    void add(const std::string& text, const std::string& file);

    std::string language_;
    Tongue tongue_ = Tongue::english;
    PackWords words_;
    std::string chime_;
    std::map<std::string, std::string, std::less<>> files_; // by text
    std::map<std::string, std::vector<std::string>, std::less<>> by_character_;
};

} // namespace rexue::ui::speech
