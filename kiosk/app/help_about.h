// What a donor terminal calls staff for, and when that is over by itself.
#pragma once

#include <string_view>

#include "kiosk/flow/donor/session.h"

namespace rexue::app {

// Of a call that is made now: one of queue::help_about, or empty when a person calls.
std::string_view help_about(const flow::donor::Session& session);

// Whether a device that a call was about works again. A person's call is over when somebody comes.
bool is_mended(const flow::donor::Session& session, std::string_view about);

} // namespace rexue::app
