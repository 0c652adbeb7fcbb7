// The speaker: plays clips one after the other, and says how it is.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/error.h"
#include "platform/time/clock.h"

namespace rexue::devices {

// A condition, not a failure: what is said is also on the screen. Left by itself once the cause is
// gone: nothing has to be started again.
enum class SpeakerCondition {
    absent, // this terminal has none
    idle,
    playing,
    unplugged, // no such device now; looked for again and again
    broken,    // the device is there and cannot be played on: taken by another program, or at fault
};
std::string_view to_string(SpeakerCondition condition);

enum class UtteranceOutcome {
    played,
    stopped, // by `stop`, while it was heard or before
    unheard, // no working speaker when its turn came, or none any more: late words mislead
    refused, // nothing in it, more than max_clips, too many waiting, or no clip that can be read
};
std::string_view to_string(UtteranceOutcome outcome);

// One recorded sound: WAV, Ogg Vorbis or FLAC, one or two channels, 16 to 48 kHz.
struct Clip {
    std::filesystem::path file;
    std::chrono::milliseconds pause_after{0}; // 0 … 5 s
};
using Utterance = std::vector<Clip>;
using UtteranceNumber = std::uint64_t;

inline constexpr size_t max_clips = 512;
inline constexpr size_t max_utterances_waiting = 32;
inline constexpr std::chrono::seconds longest_pause{5};

// Plays on a thread of its own; sinks are called from it and must not block.
class Speaker {
  public:
    struct Sinks {
        std::function<void(SpeakerCondition)> condition;
        // Once for each utterance, in the order they were given.
        std::function<void(UtteranceNumber, UtteranceOutcome)> ended;
        // A clip that was left out, with the reason; the rest of its utterance is played.
        std::function<void(const std::filesystem::path&, const base::Error&)> unreadable;
    };

    virtual ~Speaker() = default;
    virtual SpeakerCondition condition() const = 0;

    // All below: any thread, never blocks. Called before the device is open, the words wait for
    // the first try to open it; while it is unplugged or broken they are `unheard` at once.

    // After those already given. Numbers count up from 1.
    virtual UtteranceNumber play(Utterance utterance) = 0;
    // Silence at once (within a twentieth of a second), and nothing of what was given before is
    // heard. Called twice, or when nothing plays: nothing happens.
    virtual void stop() = 0;
    // 0 is silence, 1 the clip as it was recorded; anything outside is brought inside. Heard
    // within a quarter of a second, without a click.
    virtual void set_volume(float volume) = 0;
    virtual float volume() const = 0;
    // Back to what the terminal starts with: after each visit.
    virtual void reset_volume() = 0;
};

enum class SpeakerKind { none, alsa, simulated };

struct SpeakerOptions {
    SpeakerKind kind = SpeakerKind::none;
    // alsa: a PCM by ALSA's naming: "default", "plughw:CARD=Device", "null",
    // "file:FILE=x,FORMAT=raw". simulated: a folder, where `spoken.jsonl` tells what was played and
    // `state` may hold the name of a condition.
    std::string path = "default";
    float start_volume = 0.7F;
    // Silence before each utterance: amplifiers that sleep swallow the first fifth of a second.
    std::chrono::milliseconds pre_roll{250};
    // What the simulated one goes by; outlives it. Null: the machine's.
    const time::Clock* clock = nullptr;
};

// invalid_argument for options that make no sense; a device that is not there is no error.
base::Result<std::unique_ptr<Speaker>> make_speaker(const SpeakerOptions& options,
                                                    Speaker::Sinks sinks);

} // namespace rexue::devices
