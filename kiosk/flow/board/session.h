// The board: what everyone in the house sees. Numbers, not names.
#pragma once

#include <chrono>
#include <optional>
#include <variant>

#include "kiosk/flow/house.h"
#include "kiosk/flow/link.h"
#include "kiosk/flow/now.h"
#include "kiosk/flow/surface_event.h"
#include "kiosk/flow/table.h"
#include "kiosk/rules/queue/fold.h"

namespace rexue::flow::board {

struct Session {
    House house;
    queue::QueueState queue;
    Link link = Link::connecting;
    base::Instant link_since{}; // up since, or away since
    // The newest call stands out until then.
    std::optional<std::chrono::milliseconds> flash_until;

    bool operator==(const Session&) const = default;
};

// The newest call flashes ten seconds.
inline constexpr std::chrono::seconds flash_lasts{10};

using flow::HouseChanged;
using flow::LinkChanged;
using flow::QueueMoved;
using flow::Ticked;
using Event = std::variant<HouseChanged, QueueMoved, LinkChanged, Ticked>;

// A chime and the words; the speaker joins with the voice.
struct AnnounceCall {
    queue::StandingCall call;
};
using Effect = std::variant<AnnounceCall>;

using Outcome = Step<Session, Effect>;

Outcome transition(const Session& session, const Event& event, const Now& now);
std::optional<std::chrono::milliseconds> next_deadline(const Session& session);

} // namespace rexue::flow::board
