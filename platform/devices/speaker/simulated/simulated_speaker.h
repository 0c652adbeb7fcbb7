// A speaker that writes what it plays into a folder, in the time a real one would take.
#pragma once

#include "platform/devices/speaker/speaker.h"
#include "platform/time/clock.h"

namespace rexue::devices {

// Makes the folder when it is not there: io, storage_full. `clock` is kept by reference.
base::Result<std::unique_ptr<Speaker>> make_simulated_speaker(const SpeakerOptions& options,
                                                              Speaker::Sinks sinks,
                                                              const time::Clock& clock);

} // namespace rexue::devices
