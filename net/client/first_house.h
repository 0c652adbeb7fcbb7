// What a terminal must have heard of its house before it can take anybody in.
#pragma once

#include <string>

#include "net/client/profile.h"
#include "platform/base/error.h"
#include "platform/time/clock.h"

namespace rexue::client {

// As which machine this one speaks for a profile.
std::string this_instance(const Profile& profile);

// Asks the server for the house and keeps it in the profile, so that a terminal which starts
// without a line knows its stages. For right after enrolment; blocks for as long as a request may
// take. The errors of ServerLink.
base::Status keep_house(const Profile& profile, const std::string& instance,
                        const time::Clock& clock);

} // namespace rexue::client
