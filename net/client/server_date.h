// The newest date a proven server has sent, kept in the profile: the floor of a clock that wakes
// up in 1970, before any server is heard.
#pragma once

#include <filesystem>
#include <optional>

#include "platform/base/date_text.h"

namespace rexue::client {

// Nothing before the first server, or when the file holds no instant.
std::optional<base::Instant> kept_server_date(const std::filesystem::path& file);

// Client thread only.
class ServerDateKeeper {
  public:
    // No path: keeps nothing.
    explicit ServerDateKeeper(std::filesystem::path file);

    // Written when an hour from what is kept, be it back: a server whose clock was wrong for a
    // day must not make its terminals wrong for ever.
    void note(base::Instant date);

  private:
    std::filesystem::path file_;
    std::optional<base::Instant> kept_;
};

} // namespace rexue::client
