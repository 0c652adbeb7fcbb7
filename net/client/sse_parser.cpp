#include "net/client/sse_parser.h"

#include <utility>

namespace rexue::client {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr size_t max_name_bytes = 256;

std::unexpected<base::Error> too_long() {
    return base::fail(base::ErrorCode::limit_exceeded, "an event of the stream is too long");
}

} // namespace

base::Result<std::vector<ServerSentEvent>> SseParser::feed(std::string_view bytes) {
    std::vector<ServerSentEvent> events;
    while (!bytes.empty()) {
        // "lines must be separated by either CRLF, a single LF, or a single CR": the LF of a pair
        // that was cut in two ends no second line.
        if (std::exchange(after_carriage_return_, false) && bytes.front() == '\n') {
            bytes.remove_prefix(1);
            continue;
        }
        const size_t end = bytes.find_first_of("\r\n");
        const std::string_view part = bytes.substr(0, end);
        if (line_.size() + part.size() > max_event_bytes_) return too_long();
        line_ += part;
        if (end == std::string_view::npos) break;
        after_carriage_return_ = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
        if (const auto ended = end_of_line(events); !ended) return base::fail(ended);
    }
    return events;
}

base::Status SseParser::end_of_line(std::vector<ServerSentEvent>& events) {
    const std::string whole = std::exchange(line_, {});
    std::string_view line = whole;
    if (std::exchange(at_start_, false) && line.starts_with(byte_order_mark)) {
        line.remove_prefix(byte_order_mark.size());
    }
    if (line.empty()) {
        dispatch(events);
        return {};
    }
    // "If the line starts with a U+003A COLON character (:): Ignore the line."
    const size_t colon = line.find(':');
    if (colon == 0) return {};
    std::string_view value = colon == std::string_view::npos ? "" : line.substr(colon + 1);
    if (value.starts_with(' ')) value.remove_prefix(1);
    return take_field(line.substr(0, colon), value);
}

base::Status SseParser::take_field(std::string_view field, std::string_view value) {
    if (field == "data") {
        if (data_.size() + value.size() + 1 > max_event_bytes_) return too_long();
        data_.append(value).append(1, '\n');
    } else if (field == "event" || field == "id") {
        if (value.size() > max_name_bytes) return too_long();
        // "If the field value does not contain U+0000 NULL, then set the last event ID buffer".
        if (field == "event") name_ = value;
        if (field == "id" && value.find('\0') == std::string_view::npos) id_ = value;
    }
    // "retry" is left alone: our own back-off is gentler. Others are to be ignored.
    return {};
}

void SseParser::dispatch(std::vector<ServerSentEvent>& events) {
    // "If the data buffer is an empty string, set the data buffer and the event type buffer to
    // the empty string and return."
    if (!data_.empty()) {
        data_.pop_back();
        ServerSentEvent event{.data = std::move(data_), .last_id = id_};
        if (!name_.empty()) event.name = std::move(name_);
        events.push_back(std::move(event));
    }
    data_.clear();
    name_.clear();
}

} // namespace rexue::client
