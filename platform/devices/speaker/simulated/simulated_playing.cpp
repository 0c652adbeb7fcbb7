#include "platform/devices/speaker/simulated/simulated_playing.h"

#include <algorithm>
#include <array>
#include <fstream>

#include <fmt/format.h>

#include "platform/base/date_text.h"
#include "platform/base/utf8.h"
#include "platform/devices/speaker/sound_file.h"

namespace rexue::devices {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds between_looks{10};       // while something is heard
constexpr milliseconds between_idle_looks{100}; // at the state file

std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
    }
    return result;
}

std::string short_name(const std::filesystem::path& file) {
    return (file.parent_path().filename() / file.filename()).generic_string();
}

} // namespace

SimulatedPlaying::SimulatedPlaying(SpeakerParts& parts, const SpeakerOptions& options,
                                   const time::Clock& clock)
    : parts_(parts), folder_(options.path), clock_(clock) {}

SpeakerCondition SimulatedPlaying::state() const {
    std::error_code error;
    if (!std::filesystem::is_directory(folder_, error)) return SpeakerCondition::unplugged;
    std::string line;
    std::getline(std::ifstream(folder_ / "state"), line);
    const auto word = base::trimmed(line);
    constexpr std::array mute{SpeakerCondition::absent, SpeakerCondition::unplugged,
                              SpeakerCondition::broken};
    const auto* const found =
        std::ranges::find(mute, word, [](SpeakerCondition c) { return to_string(c); });
    return found == mute.end() ? SpeakerCondition::idle : *found;
}

milliseconds SimulatedPlaying::step() {
    const SpeakerCondition now = state();
    if (now != SpeakerCondition::idle) {
        if (current_) end(UtteranceOutcome::unheard);
        parts_.queue.give_up();
        parts_.condition.set(now);
        return between_idle_looks;
    }
    if (current_ && parts_.queue.is_stopped(current_->number)) end(UtteranceOutcome::stopped);
    if (!current_) {
        current_ = parts_.queue.next();
        if (!current_) {
            parts_.condition.set(SpeakerCondition::idle);
            return between_idle_looks;
        }
        next_clip_ = 0;
        has_sounded_ = false;
        clip_ends_ = clock_.steady();
    }
    while (clock_.steady() >= clip_ends_) {
        if (next_clip_ == current_->utterance.size()) {
            end(has_sounded_ ? UtteranceOutcome::played : UtteranceOutcome::refused);
            return milliseconds(0);
        }
        begin_clip();
    }
    return std::min(between_looks, milliseconds(clip_ends_ - clock_.steady()));
}

void SimulatedPlaying::begin_clip() {
    const Clip& clip = current_->utterance[next_clip_++];
    const auto samples = read_sound(clip.file);
    if (!samples) {
        if (parts_.unreadable) parts_.unreadable(clip.file, samples.error());
        return;
    }
    has_sounded_ = true;
    parts_.condition.set(SpeakerCondition::playing);
    const milliseconds length(samples->size() * 1000 / sound_rate_hz);
    tell(fmt::format(R"("clip":"{}","length_ms":{},"volume":{:.2f})",
                     escaped(short_name(clip.file)), length.count(), parts_.volume.get()));
    clip_ends_ += length + clip.pause_after;
}

void SimulatedPlaying::end(UtteranceOutcome outcome) {
    tell(fmt::format(R"("ended":"{}")", to_string(outcome)));
    parts_.queue.end(current_->number, outcome);
    current_.reset();
}

void SimulatedPlaying::tell(const std::string& what) {
    std::ofstream(folder_ / "spoken.jsonl", std::ios::app)
        << fmt::format(R"({{"at":"{}","utterance":{},{}}})", base::format_instant(clock_.wall()),
                       current_->number, what)
        << '\n';
}

} // namespace rexue::devices
