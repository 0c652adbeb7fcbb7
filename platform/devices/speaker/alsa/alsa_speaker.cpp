#include "platform/devices/speaker/alsa/alsa_speaker.h"

#include <utility>

#include "platform/devices/speaker/alsa/alsa_calls.h"
#include "platform/devices/speaker/alsa/playback_machine.h"
#include "platform/devices/speaker/playing_thread.h"
#include "platform/time/clock.h"

namespace rexue::devices {

std::unique_ptr<Speaker> make_alsa_speaker(const SpeakerOptions& options, Speaker::Sinks sinks) {
    static const time::SystemClock clock;
    // Not yet looked for is as good as not there.
    return std::make_unique<SteppingSpeaker<PlaybackMachine>>(
        SpeakerCondition::unplugged, options, std::move(sinks), clock, linux_alsa());
}

} // namespace rexue::devices
