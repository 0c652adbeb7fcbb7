// What the simulated speaker's thread does, a bounded piece at a time.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "platform/devices/speaker/playing_thread.h"
#include "platform/devices/speaker/speaker.h"
#include "platform/devices/speaker/utterance_queue.h"
#include "platform/time/clock.h"

namespace rexue::devices {

// The folder's file `spoken.jsonl` gets a line when a clip begins,
//   {"at":"…Z","utterance":1,"clip":"phrases/12ab.wav","length_ms":812,"volume":0.70}
// and one when an utterance ends,
//   {"at":"…Z","utterance":1,"ended":"played"}
// where a clip is named by its folder and file. The file `state` may hold `unplugged`, `broken` or
// `absent` and is read again at every step. A folder that is not there is an unplugged speaker.
// Clips are read as a real speaker reads them, and take the time they are long.
class SimulatedPlaying {
  public:
    // `parts` and `clock` are kept by reference.
    SimulatedPlaying(SpeakerParts& parts, const SpeakerOptions& options, const time::Clock& clock);

    // One thread. Returns how long nothing is to be done.
    std::chrono::milliseconds step();

  private:
    SpeakerCondition state() const;
    void begin_clip();
    void end(UtteranceOutcome outcome);
    void tell(const std::string& what);

    SpeakerParts& parts_;
    const std::filesystem::path folder_;
    const time::Clock& clock_;
    std::optional<UtteranceQueue::Waiting> current_;
    size_t next_clip_ = 0;
    bool has_sounded_ = false; // some clip of it could be read
    time::Moment clip_ends_{}; // with its pause
};

} // namespace rexue::devices
