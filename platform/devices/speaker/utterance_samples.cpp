#include "platform/devices/speaker/utterance_samples.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "platform/devices/speaker/sound_file.h"

namespace rexue::devices {

namespace {

size_t samples_in(std::chrono::milliseconds length) {
    return static_cast<size_t>(length.count()) * sound_rate_hz / 1000;
}

} // namespace

UtteranceSamples::UtteranceSamples(Utterance utterance, std::chrono::milliseconds pre_roll,
                                   Unreadable unreadable)
    : utterance_(std::move(utterance)),
      unreadable_(std::move(unreadable)),
      silence_before_(samples_in(pre_roll)) {}

bool UtteranceSamples::open_next() {
    while (next_clip_ < utterance_.size()) {
        const Clip& clip = utterance_[next_clip_++];
        auto samples = read_sound(clip.file);
        if (!samples) {
            if (unreadable_) unreadable_(clip.file, samples.error());
            continue;
        }
        clip_ = std::move(*samples);
        // The pause is samples like any other: it is cut and counted as they are.
        clip_.resize(clip_.size() + samples_in(clip.pause_after));
        place_ = 0;
        has_sound_ = true;
        return true;
    }
    return false;
}

size_t UtteranceSamples::read(std::span<std::int16_t> out) {
    size_t filled = 0;
    while (filled < out.size()) {
        const auto rest = out.subspan(filled);
        // The first clip is opened before the silence: one that nobody can read is not even
        // preceded by a pause.
        if (place_ == clip_.size() && !open_next()) break;
        if (silence_before_ > 0) {
            const size_t count = std::min(rest.size(), silence_before_);
            std::ranges::fill(rest.first(count), std::int16_t{0});
            silence_before_ -= count;
            filled += count;
            continue;
        }
        const size_t count = std::min(rest.size(), clip_.size() - place_);
        std::copy_n(clip_.begin() + static_cast<std::ptrdiff_t>(place_), count, rest.begin());
        place_ += count;
        filled += count;
    }
    return filled;
}

void Gain::apply(std::span<std::int16_t> samples, float volume) {
    constexpr float change_per_sample = 1.0F / (0.01F * sound_rate_hz); // all of it in 10 ms
    for (std::int16_t& sample : samples) {
        now_ += std::clamp(volume - now_, -change_per_sample, change_per_sample);
        sample = static_cast<std::int16_t>(std::lround(static_cast<float>(sample) * now_));
    }
}

} // namespace rexue::devices
