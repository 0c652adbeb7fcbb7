// What is wrong with a terminal besides its line and its devices: for people who can mend it.
#pragma once

namespace rexue::flow {

struct Health {
    // Events and records of this terminal that the server will never take; kept here.
    int kept_back = 0;
    // The machine's clock is behind a date that the server has sent.
    bool clock_is_behind = false;

    bool operator==(const Health&) const = default;
};

} // namespace rexue::flow
