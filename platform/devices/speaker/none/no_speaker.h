// The speaker of a terminal that has none: every utterance is `unheard`, told from a thread of its
// own like any other.
#pragma once

#include "platform/devices/speaker/speaker.h"

namespace rexue::devices {

std::unique_ptr<Speaker> make_no_speaker(const SpeakerOptions& options, Speaker::Sinks sinks);

} // namespace rexue::devices
