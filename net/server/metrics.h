// Counts and latencies since the start, as Prometheus reads them. No label holds donor data.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace rexue::server {

enum class Counter {
    events_stored,
    events_refused,
    instance_conflicts,
    wrong_pins,
    handshakes_failed,
    connections_refused,
};
inline constexpr size_t counter_count = 6;

// Any thread.
class Metrics {
  public:
    void count(Counter counter, std::uint64_t by = 1);
    void count_request(std::string_view operation, int status, std::chrono::microseconds took);
    void set_connections(size_t open);

    // Text exposition format 0.0.4.
    std::string text(size_t followers) const;

  private:
    // Upper bounds in ms of the latency buckets; the last one is open.
    static constexpr std::array<int, 8> bucket_bounds_ms{1, 5, 10, 25, 50, 100, 500, 2500};
    struct Latency {
        std::array<std::uint64_t, bucket_bounds_ms.size() + 1> buckets{};
        std::uint64_t total = 0;
        std::chrono::microseconds sum{0};
    };

    mutable std::mutex mutex_;
    std::array<std::uint64_t, counter_count> counters_{};
    std::map<std::pair<std::string, int>, std::uint64_t> requests_;
    std::map<std::string, Latency, std::less<>> latencies_;
    size_t connections_ = 0;
};

} // namespace rexue::server
