// Reads screens aloud and announces calls: from the semantic tree to the speaker.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "kiosk/ui/semantic_tree.h"
#include "kiosk/ui/speech/files/voice_folder.h"
#include "kiosk/ui/speech/speech.h"
#include "platform/base/error.h"
#include "platform/devices/speaker/speaker.h"

namespace rexue::app {

struct NarratorOptions {
    devices::SpeakerOptions speaker;
    std::filesystem::path packs;      // a folder a language
    std::filesystem::path recordings; // the house's own; may be empty
};

// Window thread only. What cannot be said for want of a clip or a speaker is counted in the log,
// never a failure: all of it is on the screen as well.
class Narrator {
  public:
    static constexpr int loudest = 5;

    // The errors of make_speaker.
    static base::Result<std::unique_ptr<Narrator>> create(NarratorOptions options);

    // In the language shown, in place of what is being said.
    void read_screen(const ui::SemanticTree& tree, std::string_view language);
    void read_node(const ui::SemanticTree& tree, size_t node, std::string_view language);
    // After what is being said.
    void announce_call(std::string_view ticket, std::string_view place, std::string_view language);

    // Also where nothing is read aloud; the pack's own sound, nothing without one.
    void chime(std::string_view language);

    void hush() { speaker_->stop(); }
    void set_volume(int step); // 1 … loudest

  private:
    explicit Narrator(NarratorOptions options) : options_(std::move(options)) {}

    // Opened when first spoken; null when there is no such pack, which is told once.
    const ui::speech::Voice* voice(std::string_view language);
    void say(const ui::speech::Voice& voice, const ui::speech::Speech& speech);

    NarratorOptions options_;
    std::map<std::string, std::unique_ptr<const ui::speech::Voice>, std::less<>> voices_;
    std::unique_ptr<devices::Speaker> speaker_;
};

} // namespace rexue::app
