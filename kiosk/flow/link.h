// How the line to the central server is, as every surface shows it.
#pragma once

namespace rexue::flow {

enum class Link {
    connecting,
    online,
    offline,            // not there, slow, or broken: the terminal goes on alone
    untrusted,          // not our server, or one that does not take our certificate
    duplicate_terminal, // another terminal works under this one's certificate
};

} // namespace rexue::flow
