// Empties the outbox into the server: at least once from here, stored exactly once there.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "net/client/backoff.h"
#include "net/client/server_link.h"
#include "net/outbox/outbox.h"

namespace rexue::client {

// After each exchange, on the client thread.
struct UploadReport {
    size_t acknowledged = 0;
    size_t quarantined = 0;
    // Why nothing is sent for a while: the link, the server, or the outbox's own disk.
    std::optional<base::Error> trouble;
};

struct UploaderOptions {
    std::chrono::milliseconds first_retry = std::chrono::seconds(1);
    std::chrono::milliseconds longest_retry = std::chrono::seconds(60);
    // How long an item waits that the server cannot take now though it takes others.
    std::chrono::milliseconds postpone = std::chrono::minutes(2);
    // With nothing to send: how often to look for what an operator has put back in line.
    std::chrono::milliseconds idle_look = std::chrono::minutes(1);
    std::uint64_t seed = random_seed();
    std::function<void(const UploadReport&)> on_report;
};

// Events go in their order, at most wire::max_events_a_batch at once, records and bookings
// one by one after them. What the server refuses for good is quarantined, what it cannot take now
// steps aside: one poisoned item never blocks another. A failed link is tried again after a
// back-off, and at once when something is appended or the link is back.
class Uploader {
  public:
    // Starts at once. `link` and `outbox` outlive it; it takes the outbox's on_append.
    Uploader(ServerLink& link, outbox::Outbox& outbox, UploaderOptions options = {});
    // What is under way is given up; the server may have it, the outbox still does.
    ~Uploader();
    Uploader(const Uploader&) = delete;
    Uploader& operator=(const Uploader&) = delete;

  private:
    class Impl;
    ServerLink& link_;
    outbox::Outbox& outbox_;
    std::shared_ptr<Impl> impl_;
};

} // namespace rexue::client
