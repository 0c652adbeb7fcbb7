// The house log on the wire. Events travel as JSON values that only kiosk/rules/queue reads:
// net moves and orders them and never looks inside beyond the `id`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>
#include <boost/json.hpp>

#include "platform/base/uuid.h"

namespace rexue::wire {

// POST /v1/houses/{house}/events
struct EventBatch {
    std::vector<boost::json::value> events; // at most max_events_a_batch
};
BOOST_DESCRIBE_STRUCT(EventBatch, (), (events))
inline constexpr size_t max_events_a_batch = 100;

enum class AppendOutcome {
    stored,  // it now has its place
    known,   // it had its place already: a resend
    refused, // it never will; `reason` says why, and the sender quarantines it
};
BOOST_DESCRIBE_ENUM(AppendOutcome, stored, known, refused)

struct AppendResult {
    base::Uuid id;
    AppendOutcome outcome = AppendOutcome::refused;
    std::optional<std::int64_t> sequence; // stored and known
    std::optional<std::string> reason;    // refused: "malformed", "ticket_taken", "wrong_house"
};
BOOST_DESCRIBE_STRUCT(AppendResult, (), (id, outcome, sequence, reason))

struct AppendResults {
    std::vector<AppendResult> results; // one an event, in the order sent
};
BOOST_DESCRIBE_STRUCT(AppendResults, (), (results))

// An event with its place in the house's sequence: 1, 2, 3 … without gaps.
struct SequencedEvent {
    std::int64_t sequence = 0;
    boost::json::value event;
};
BOOST_DESCRIBE_STRUCT(SequencedEvent, (), (sequence, event))

// GET /v1/houses/{house}/events?after=N as JSON, and the data of a `snapshot` server-sent event.
// As a page: what follows N, at most max_events_a_page. As a snapshot: today's events, all of
// them, replacing what the follower had.
struct EventPage {
    std::vector<SequencedEvent> events;
    std::int64_t last = 0; // the newest sequence the house has
};
BOOST_DESCRIBE_STRUCT(EventPage, (), (events, last))
inline constexpr size_t max_events_a_page = 500;

// The server-sent event stream: `event: house` with data SequencedEvent and `id: <sequence>`;
// `event: snapshot` with data EventPage; a comment line every heartbeat_seconds.
inline constexpr int heartbeat_seconds = 5;

} // namespace rexue::wire
