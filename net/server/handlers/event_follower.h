// One follower of a house: what to send it next as server-sent events.
#pragma once

#include <string>

#include "net/server/context.h"
#include "net/server/http/message.h"

namespace rexue::server {

// A follower this far behind gets today's log anew instead of what it missed.
inline constexpr std::int64_t max_gap_replayed = 500;

class EventFollower {
  public:
    explicit EventFollower(Follow follow) : follow_(std::move(follow)), sent_(follow_.after) {}

    // Text to send now, empty when the follower has everything. Blocks on the store. Fails when
    // the store does, or with conflict when another machine has taken the certificate: the stream
    // then ends.
    base::Result<std::string> next(Context& context);

  private:
    base::Status stay_bound(Context& context);
    base::Result<bool> needs_snapshot(Context& context, const EventRange& range,
                                      base::Date today) const;
    base::Result<std::string> snapshot(Context& context, base::Date today);

    Follow follow_;
    std::int64_t sent_;
    bool begun_ = false;
    base::Instant bound_at_{};
};

} // namespace rexue::server
