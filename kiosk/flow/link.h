// How the line to the central server is, as every surface shows it.
#pragma once

namespace rexue::flow {

enum class Link {
    connecting,
    online,
    offline,            // not there, slow, or broken: the terminal goes on alone
    untrusted,          // somebody answers who is not our server
    duplicate_terminal, // another terminal works under this one's certificate
};

} // namespace rexue::flow
