// How a machine becomes a terminal: once, with a code that an operator has been given.
#pragma once

#include <filesystem>
#include <string>

#include "net/client/profile.h"
#include "platform/time/clock.h"

namespace rexue::client {

enum class Repeat {
    refuse,  // an enrolled profile stays as it is
    replace, // `--again`: a new key and certificate take the place of the old
};

struct EnrolmentPlan {
    std::filesystem::path folder; // made if it is missing, mode 0700
    std::string server_url;       // https://host[:port]
    std::string code;             // one-time, as read from paper
    // Either the CA's certificate brought along, or the fingerprint of the server's or its CA's.
    Trust trust;
    Repeat repeat = Repeat::refuse;
};

// Makes the key, has it certified, writes the profile. Blocks for up to 20 s; not for the window
// thread. terminal.toml is written last and at once, so that a profile is whole or is not there;
// an earlier profile stays in force until then. The key never leaves the folder.
// already_exists: enrolled and not to be repeated; found out before the code is spent.
// unauthenticated: the code is wrong or spent. conflict: a process uses the profile. corrupt: the
// answer does not fit the request. The link's own errors as in HttpClient.
base::Result<Profile> enrol(const EnrolmentPlan& plan, const time::Clock& clock);

} // namespace rexue::client
