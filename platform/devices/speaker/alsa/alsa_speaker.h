// A loudspeaker or headphones through ALSA.
#pragma once

#include "platform/devices/speaker/speaker.h"

namespace rexue::devices {

// The device need not exist yet: it is opened when it is plugged in, and again after an unplug.
// The destructor returns within a twentieth of a second; what is heard then ends.
std::unique_ptr<Speaker> make_alsa_speaker(const SpeakerOptions& options, Speaker::Sinks sinks);

} // namespace rexue::devices
