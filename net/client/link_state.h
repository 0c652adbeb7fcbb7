// Whether the server is there, and is who it must be: what every screen's corner shows.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "net/client/http_client.h"
#include "platform/time/clock.h"

namespace rexue::client {

enum class LinkCondition {
    connecting,         // nothing heard yet since the start
    online,             // the last exchange was answered
    offline,            // nobody there, or too slow
    untrusted,          // somebody there, but one of the two certificates is not taken
    duplicate_terminal, // another machine is at work with this terminal's certificate
};
BOOST_DESCRIBE_ENUM(LinkCondition, connecting, online, offline, untrusted, duplicate_terminal)

// As it stands in logs: "online".
std::string_view word_of(LinkCondition condition);

struct LinkState {
    LinkCondition condition = LinkCondition::connecting;
    base::Instant since{};
    std::string detail; // of the newest failure, for operators

    bool operator==(const LinkState&) const = default;
};

// The server's way of saying that it serves another instance of this terminal.
bool says_duplicate_terminal(const base::Error& error);

// True when the failure lies in the link or the terminal's standing, whatever was being sent.
bool is_link_failure(const base::Error& error);

// Folds exchanges into a state. Listeners are called on the thread that notes: the client's.
class LinkMonitor {
  public:
    explicit LinkMonitor(const time::Clock& clock) : clock_(clock) { state_.since = clock.wall(); }

    void note(const Exchange& exchange);
    // Called with the present state at once, on this thread, when it must not ask the monitor; then
    // at each change of condition. Any thread.
    void listen(std::function<void(const LinkState&)> listener);
    // Any thread.
    LinkState state() const;
    // How many exchanges the server has answered, well or not. Any thread.
    std::uint64_t answers() const;

  private:
    const time::Clock& clock_;
    mutable std::mutex mutex_;
    LinkState state_;
    std::uint64_t answers_ = 0;
    std::vector<std::function<void(const LinkState&)>> listeners_;
};

} // namespace rexue::client
