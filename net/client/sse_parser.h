// Server-sent events out of a byte stream (WHATWG HTML, "Server-sent events", §9.2.6).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/error.h"

namespace rexue::client {

struct ServerSentEvent {
    std::string name = "message";
    std::string data;
    std::string last_id; // stays from event to event until the server changes it

    bool operator==(const ServerSentEvent&) const = default;
};

// Pure: bytes in, events out, wherever the network happens to cut them.
class SseParser {
  public:
    // `max_event_bytes` bounds both a line and an event's data: a hostile stream cannot grow us.
    explicit SseParser(size_t max_event_bytes = 8 * 1024 * 1024)
        : max_event_bytes_(max_event_bytes) {}

    // The events that these bytes complete. limit_exceeded once a line or an event is too long;
    // the parser is of no use afterwards.
    base::Result<std::vector<ServerSentEvent>> feed(std::string_view bytes);

    // What it holds back, for tests of the bound.
    size_t held_bytes() const { return line_.size() + data_.size() + name_.size() + id_.size(); }

  private:
    base::Status end_of_line(std::vector<ServerSentEvent>& events);
    base::Status take_field(std::string_view field, std::string_view value);
    void dispatch(std::vector<ServerSentEvent>& events);

    const size_t max_event_bytes_;
    std::string line_;
    std::string name_;
    std::string data_;
    std::string id_;
    bool after_carriage_return_ = false;
    bool at_start_ = true;
};

} // namespace rexue::client
