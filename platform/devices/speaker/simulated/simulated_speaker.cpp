#include "platform/devices/speaker/simulated/simulated_speaker.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "platform/devices/speaker/playing_thread.h"
#include "platform/devices/speaker/simulated/simulated_playing.h"

namespace rexue::devices {

base::Result<std::unique_ptr<Speaker>> make_simulated_speaker(const SpeakerOptions& options,
                                                              Speaker::Sinks sinks,
                                                              const time::Clock& clock) {
    std::error_code error;
    std::filesystem::create_directories(options.path, error);
    if (error) {
        const bool full = error == std::errc::no_space_on_device;
        return base::fail(full ? base::ErrorCode::storage_full : base::ErrorCode::io,
                          "speaker: " + error.message());
    }
    return std::make_unique<SteppingSpeaker<SimulatedPlaying>>(SpeakerCondition::idle, options,
                                                               std::move(sinks), clock);
}

} // namespace rexue::devices
