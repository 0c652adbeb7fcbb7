#include "kiosk/app/narrator.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/ui/speech/phrase.h"
#include "platform/log/catalogue.h"

namespace rexue::app {

namespace {

namespace speech = ui::speech;

// The middle is what a terminal starts with; each step is heard as one.
constexpr std::array<float, Narrator::loudest> volumes{0.35F, 0.5F, 0.7F, 0.85F, 1.0F};

} // namespace

base::Result<std::unique_ptr<Narrator>> Narrator::create(NarratorOptions options) {
    std::unique_ptr<Narrator> narrator(new Narrator(std::move(options)));
    auto speaker = devices::make_speaker(
        narrator->options_.speaker,
        {.condition =
             [](devices::SpeakerCondition condition) {
                 const bool is_usual = condition == devices::SpeakerCondition::idle ||
                                       condition == devices::SpeakerCondition::playing;
                 if (is_usual) return;
                 log::write(log::device_changed,
                            {{"device", "speaker"}, {"condition", to_string(condition)}});
             },
         .ended = [](devices::UtteranceNumber, devices::UtteranceOutcome) {},
         .unreadable =
             [](const std::filesystem::path& file, const base::Error& error) {
                 log::write(log::clip_unreadable, {{"file", file.filename().string()},
                                                   {"why", base::to_string(error.code)}});
             }});
    if (!speaker) return base::fail(speaker);
    narrator->speaker_ = std::move(*speaker);
    return narrator;
}

const speech::Voice* Narrator::voice(std::string_view language) {
    const auto known = voices_.find(language);
    if (known != voices_.end()) return known->second.get();
    auto& kept = voices_[std::string(language)];
    auto opened = speech::open_voice(options_.packs, language, options_.recordings);
    if (!opened) {
        log::write(log::voice_missing, {{"language", language}, {"clips", 0}});
        return nullptr;
    }
    if (!opened->absent.empty()) {
        log::write(log::voice_missing, {{"language", language}, {"clips", opened->absent.size()}});
    }
    kept = std::make_unique<const speech::Voice>(std::move(*opened));
    return kept.get();
}

void Narrator::say(const speech::Voice& voice, const speech::Speech& speech) {
    // How many, never which: they may be a name.
    if (!speech.missing.empty()) {
        log::write(log::words_without_clip,
                   {{"language", voice.pack.language()}, {"count", speech.missing.size()}});
    }
    devices::Utterance utterance;
    for (const speech::SpokenClip& clip : speech.clips) {
        utterance.push_back({.file = voice.path_of(clip.file), .pause_after = clip.pause_after});
    }
    if (!utterance.empty()) speaker_->play(std::move(utterance));
}

void Narrator::read_screen(const ui::SemanticTree& tree, std::string_view language) {
    const speech::Voice* const voice = this->voice(language);
    if (voice == nullptr) return;
    speaker_->stop();
    say(*voice, speech::speak(voice->pack, speech::read_screen(tree)));
}

void Narrator::read_node(const ui::SemanticTree& tree, size_t node, std::string_view language) {
    const speech::Voice* const voice = this->voice(language);
    if (voice == nullptr) return;
    speaker_->stop();
    say(*voice, speech::speak(voice->pack, speech::read_node(tree, node)));
}

void Narrator::announce_call(std::string_view ticket, std::string_view place,
                             std::string_view language) {
    const speech::Voice* const voice = this->voice(language);
    if (voice != nullptr) say(*voice, speech::announce_call(voice->pack, ticket, place));
}

void Narrator::chime(std::string_view language) {
    const speech::Voice* const voice = this->voice(language);
    if (voice != nullptr) say(*voice, speech::chime(voice->pack));
}

void Narrator::set_volume(int step) {
    speaker_->set_volume(volumes[static_cast<size_t>(std::clamp(step, 1, loudest) - 1)]);
}

} // namespace rexue::app
