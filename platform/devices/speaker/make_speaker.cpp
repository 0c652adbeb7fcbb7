#include <utility>

#include "platform/devices/speaker/alsa/alsa_speaker.h"
#include "platform/devices/speaker/none/no_speaker.h"
#include "platform/devices/speaker/simulated/simulated_speaker.h"
#include "platform/devices/speaker/speaker.h"
#include "platform/time/clock.h"

namespace rexue::devices {

namespace {

base::Status check(const SpeakerOptions& options) {
    using std::chrono::milliseconds;
    if (options.path.empty()) {
        return base::fail(base::ErrorCode::invalid_argument, "speaker: a path is wanted");
    }
    // Written so that what is not a number is refused too.
    if (!(options.start_volume >= 0 && options.start_volume <= 1)) {
        return base::fail(base::ErrorCode::invalid_argument, "speaker: a volume of 0 to 1");
    }
    if (options.pre_roll < milliseconds(0) || options.pre_roll > milliseconds(2000)) {
        return base::fail(base::ErrorCode::invalid_argument, "speaker: a pre-roll of 0 to 2 s");
    }
    return {};
}

} // namespace

base::Result<std::unique_ptr<Speaker>> make_speaker(const SpeakerOptions& options,
                                                    Speaker::Sinks sinks) {
    static const time::SystemClock machine;
    if (auto sound = check(options); !sound) return std::unexpected(sound.error());
    switch (options.kind) {
        case SpeakerKind::none:
            return make_no_speaker(options, std::move(sinks));
        case SpeakerKind::alsa:
            return make_alsa_speaker(options, std::move(sinks));
        case SpeakerKind::simulated:
            return make_simulated_speaker(options, std::move(sinks),
                                          options.clock != nullptr ? *options.clock : machine);
    }
    return base::fail(base::ErrorCode::invalid_argument, "speaker: an unknown kind");
}

} // namespace rexue::devices
