// Follows the house log: every event once, in its place, for as long as the program runs.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "net/client/backoff.h"
#include "net/client/http_client.h"
#include "net/wire/events.h"
#include "net/wire/identifiers.h"

namespace rexue::client {

struct FollowerOptions {
    wire::HouseId house;
    // The newest sequence the caller has folded already; 0 for none.
    std::int64_t after = 0;
    // A lost network leaves a stream open and silent for ever: three heartbeats, then a new one.
    std::chrono::milliseconds silence_limit = std::chrono::seconds(3 * wire::heartbeat_seconds);
    std::chrono::milliseconds first_retry = std::chrono::milliseconds(500);
    std::chrono::milliseconds longest_retry = std::chrono::seconds(20);
    std::uint64_t seed = random_seed();
};

// Called on the client thread; they hand on and never block.
struct FollowerSink {
    // Replaces all that was delivered before; goes on after `last`.
    std::function<void(wire::EventPage)> on_snapshot;
    // Exactly one more than the one before it, or than the snapshot's `last`.
    std::function<void(wire::SequencedEvent)> on_event;
    // The stream is there, or why it is not. Each change.
    std::function<void(base::Status)> on_stream;
};

class EventFollower {
  public:
    // Starts at once. `http` outlives it.
    EventFollower(HttpClient& http, FollowerOptions options, FollowerSink sink);
    // After it no sink is called any more. Not from a sink.
    ~EventFollower();
    EventFollower(const EventFollower&) = delete;
    EventFollower& operator=(const EventFollower&) = delete;

  private:
    class Impl;
    HttpClient& http_;
    std::shared_ptr<Impl> impl_;
};

} // namespace rexue::client
