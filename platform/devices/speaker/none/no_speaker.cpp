#include "platform/devices/speaker/none/no_speaker.h"

#include <utility>

#include "platform/devices/speaker/playing_thread.h"

namespace rexue::devices {

namespace {

class NoPlaying {
  public:
    NoPlaying(SpeakerParts& parts, const SpeakerOptions&) : parts_(parts) {}

    std::chrono::milliseconds step() {
        parts_.queue.give_up();
        return std::chrono::hours(1); // or until somebody wants to be heard
    }

  private:
    SpeakerParts& parts_;
};

} // namespace

std::unique_ptr<Speaker> make_no_speaker(const SpeakerOptions& options, Speaker::Sinks sinks) {
    return std::make_unique<SteppingSpeaker<NoPlaying>>(SpeakerCondition::absent, options,
                                                        std::move(sinks));
}

} // namespace rexue::devices
