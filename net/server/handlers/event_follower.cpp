#include "net/server/handlers/event_follower.h"

#include <fmt/format.h>

#include "net/server/handlers/house_day.h"
#include "net/server/handlers/sequenced.h"
#include "net/server/instances.h"
#include "net/wire/events.h"
#include "platform/json/codec.h"

namespace rexue::server {

using base::ErrorCode;

namespace {

// A third of the lease: two notes may be late before the certificate counts as free.
constexpr auto stay_bound_every = instance_lease / 3;

// JSON holds no raw line ends, so one `data` line is enough.
std::string stream_event(std::int64_t sequence, std::string_view name,
                         const boost::json::value& data) {
    return fmt::format("id: {}\nevent: {}\ndata: {}\n\n", sequence, name,
                       boost::json::serialize(data));
}

} // namespace

base::Status EventFollower::stay_bound(Context& context) {
    const auto now = context.clock.wall();
    if (now < bound_at_ + stay_bound_every) return {};
    const auto bound = bind_instance(context, follow_.terminal, follow_.instance);
    if (!bound) return bound;
    const auto terminal = context.store.terminal(follow_.terminal.fingerprint);
    if (!terminal) return base::fail(terminal);
    if (terminal->revoked_at) {
        return base::fail(ErrorCode::unauthenticated, "the terminal was revoked");
    }
    bound_at_ = now;
    return {};
}

// A beginner, somebody far behind, somebody from another day, and somebody who knows more than we
// do (our database was restored) start from today's log.
base::Result<bool> EventFollower::needs_snapshot(Context& context, const EventRange& range,
                                                 base::Date today) const {
    if (sent_ == 0 || sent_ > range.last || range.last - sent_ > max_gap_replayed) return true;
    const auto day = context.store.day_of(follow_.terminal.house, sent_);
    if (!day) return base::fail(day);
    return *day != today;
}

base::Result<std::string> EventFollower::snapshot(Context& context, base::Date today) {
    const auto range = context.store.events_of_day(follow_.terminal.house, today);
    if (!range) return base::fail(range);
    sent_ = range->last;
    return stream_event(sent_, "snapshot", json::to_json(page_of(*range)));
}

base::Result<std::string> EventFollower::next(Context& context) {
    if (const auto bound = stay_bound(context); !bound) return base::fail(bound);
    const auto range =
        context.store.events_after(follow_.terminal.house, sent_, wire::max_events_a_page);
    if (!range) return base::fail(range);
    if (!std::exchange(begun_, true)) {
        const auto house = context.store.house(follow_.terminal.house);
        if (!house) return base::fail(house);
        const auto today = house_day(*house, context.clock.wall());
        const auto anew = needs_snapshot(context, *range, today);
        if (!anew) return base::fail(anew);
        if (*anew) return snapshot(context, today);
    }
    std::string text;
    for (const LoggedEvent& logged : range->events) {
        text += stream_event(logged.sequence, "house", json::to_json(sequenced(logged)));
        sent_ = logged.sequence;
    }
    return text;
}

} // namespace rexue::server
