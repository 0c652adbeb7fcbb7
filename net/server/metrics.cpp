#include "net/server/metrics.h"

#include <iterator>

#include <fmt/format.h>

namespace rexue::server {

namespace {

struct Described {
    std::string_view name;
    std::string_view help;
};

// In the order of Counter.
constexpr std::array<Described, counter_count> described{
    Described{"rexue_events_stored_total", "House events that got their place."},
    Described{"rexue_events_refused_total", "House events that were refused for good."},
    Described{"rexue_instance_conflicts_total",
              "Requests by a second machine with a terminal's certificate."},
    Described{"rexue_wrong_pins_total", "Sign-ins with a wrong staff number or PIN."},
    Described{"rexue_handshakes_failed_total", "Connections that ended before TLS stood."},
    Described{"rexue_connections_refused_total", "Connections closed for being too many."},
};

} // namespace

void Metrics::count(Counter counter, std::uint64_t by) {
    const std::lock_guard lock(mutex_);
    counters_[static_cast<size_t>(counter)] += by;
}

void Metrics::count_request(std::string_view operation, int status,
                            std::chrono::microseconds took) {
    const std::lock_guard lock(mutex_);
    requests_[{std::string(operation), status}] += 1;
    Latency& latency = latencies_[std::string(operation)];
    size_t bucket = 0;
    while (bucket < bucket_bounds_ms.size() &&
           took > std::chrono::milliseconds(bucket_bounds_ms[bucket])) {
        ++bucket;
    }
    latency.buckets[bucket] += 1;
    latency.total += 1;
    latency.sum += took;
}

void Metrics::set_connections(size_t open) {
    const std::lock_guard lock(mutex_);
    connections_ = open;
}

std::string Metrics::text(size_t followers) const {
    const std::lock_guard lock(mutex_);
    std::string out;
    auto to = std::back_inserter(out);
    for (size_t i = 0; i < counter_count; ++i) {
        fmt::format_to(to, "# HELP {0} {1}\n# TYPE {0} counter\n{0} {2}\n", described[i].name,
                       described[i].help, counters_[i]);
    }
    fmt::format_to(to, "# TYPE rexue_connections gauge\nrexue_connections {}\n", connections_);
    fmt::format_to(to, "# TYPE rexue_followers gauge\nrexue_followers {}\n", followers);
    out += "# TYPE rexue_requests_total counter\n";
    for (const auto& [key, count] : requests_) {
        fmt::format_to(to, "rexue_requests_total{{operation=\"{}\",status=\"{}\"}} {}\n", key.first,
                       key.second, count);
    }
    out += "# TYPE rexue_request_seconds histogram\n";
    for (const auto& [operation, latency] : latencies_) {
        std::uint64_t so_far = 0;
        for (size_t i = 0; i < bucket_bounds_ms.size(); ++i) {
            so_far += latency.buckets[i];
            fmt::format_to(to, "rexue_request_seconds_bucket{{operation=\"{}\",le=\"{}\"}} {}\n",
                           operation, bucket_bounds_ms[i] / 1000.0, so_far);
        }
        fmt::format_to(to,
                       "rexue_request_seconds_bucket{{operation=\"{0}\",le=\"+Inf\"}} {1}\n"
                       "rexue_request_seconds_sum{{operation=\"{0}\"}} {2}\n"
                       "rexue_request_seconds_count{{operation=\"{0}\"}} {1}\n",
                       operation, latency.total, static_cast<double>(latency.sum.count()) / 1e6);
    }
    return out;
}

} // namespace rexue::server
