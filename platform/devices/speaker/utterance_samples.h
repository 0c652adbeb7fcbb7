// An utterance as one row of samples: silence, clip, pause, clip …
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

#include "platform/base/error.h"
#include "platform/devices/speaker/speaker.h"

namespace rexue::devices {

class UtteranceSamples {
  public:
    using Unreadable = std::function<void(const std::filesystem::path&, const base::Error&)>;

    // `unreadable` may be empty. Clips are read when their turn comes.
    UtteranceSamples(Utterance utterance, std::chrono::milliseconds pre_roll,
                     Unreadable unreadable);

    // Fills from the front and returns how many; fewer than asked for only at the end.
    size_t read(std::span<std::int16_t> out);
    // Some clip could be read so far.
    bool has_sound() const { return has_sound_; }

  private:
    bool open_next();

    const Utterance utterance_;
    const Unreadable unreadable_;
    size_t next_clip_ = 0;
    std::vector<std::int16_t> clip_;
    size_t place_ = 0;          // in clip_
    size_t silence_before_ = 0; // samples of it still to come before clip_
    bool has_sound_ = false;
};

// Brings samples to a volume; a change takes a few milliseconds, so that it does not click.
class Gain {
  public:
    explicit Gain(float start) : now_(start) {}
    void apply(std::span<std::int16_t> samples, float volume);

  private:
    float now_;
};

} // namespace rexue::devices
