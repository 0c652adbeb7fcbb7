// What the ALSA speaker's thread does, a bounded piece at a time: open, play, recover, reopen.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/devices/speaker/alsa/alsa_calls.h"
#include "platform/devices/speaker/playing_thread.h"
#include "platform/devices/speaker/speaker.h"
#include "platform/devices/speaker/utterance_queue.h"
#include "platform/devices/speaker/utterance_samples.h"
#include "platform/time/clock.h"

namespace rexue::devices {

class PlaybackMachine {
  public:
    // A device that takes nothing for this long has hung: closed and opened anew.
    static constexpr std::chrono::milliseconds longest_standstill{2000};
    static constexpr std::chrono::milliseconds longest_back_off{4000};

    // `parts` and `clock` are kept by reference.
    PlaybackMachine(SpeakerParts& parts, const SpeakerOptions& options, const time::Clock& clock,
                    std::unique_ptr<AlsaCalls> alsa);

    // Blocks at most 20 ms, in `wait`. Returns how long nothing is to be done.
    std::chrono::milliseconds step();

    // How often the device ran dry since the start: for whoever looks into a stutter.
    std::int64_t dry_runs() const { return dry_runs_; }

  private:
    struct Current {
        UtteranceNumber number = 0;
        UtteranceSamples samples;
        std::vector<std::int16_t> block; // read, at its volume, not yet taken from `taken` on
        size_t taken = 0;
        size_t tail =
            0; // samples of silence put into blocks behind the words; 0 while there are words
    };

    std::chrono::milliseconds open();
    std::chrono::milliseconds begin();
    std::chrono::milliseconds write();
    std::chrono::milliseconds finish();
    std::chrono::milliseconds handle(int error);
    std::chrono::milliseconds tear_down(SpeakerCondition condition);
    void fill_block();
    void end(UtteranceOutcome outcome);

    SpeakerParts& parts_;
    const std::string device_;
    const std::chrono::milliseconds pre_roll_;
    const time::Clock& clock_;
    const std::unique_ptr<AlsaCalls> alsa_;
    Gain gain_;
    std::optional<Current> current_;
    bool is_open_ = false;
    std::chrono::milliseconds back_off_;
    time::Moment next_attempt_{};
    time::Moment last_progress_{};
    std::int64_t dry_runs_ = 0;
};

} // namespace rexue::devices
