// POST and GET of a house's log. The stream itself is in event_follower.
#include <algorithm>
#include <charconv>

#include "net/server/handlers/event_rules.h"
#include "net/server/handlers/handlers.h"
#include "net/server/handlers/house_day.h"
#include "net/server/handlers/json_body.h"
#include "net/server/handlers/sequenced.h"
#include "platform/log/catalogue.h"

namespace rexue::server {

using base::ErrorCode;

namespace {

wire::AppendResult refusal(const base::Uuid& id, std::string_view reason) {
    return {.id = id,
            .outcome = wire::AppendOutcome::refused,
            .sequence = std::nullopt,
            .reason = std::string(reason)};
}

// The `id` alone: a malformed event is refused by name, so that its sender can quarantine it.
base::Result<base::Uuid> id_of(const boost::json::value& value, size_t index) {
    const auto* object = value.if_object();
    const auto* id = object != nullptr ? object->if_contains("id") : nullptr;
    return json::from_json<base::Uuid>(id != nullptr ? *id : boost::json::value(nullptr),
                                       "/events/" + std::to_string(index) + "/id");
}

// Events that may be stored, and the place in the answer of each.
struct Sorted {
    std::vector<wire::AppendResult> results;
    std::vector<queue::HouseEvent> events;
    std::vector<size_t> places;
};

base::Result<Sorted> sort_out(const wire::EventBatch& batch, const Terminal& terminal,
                              const wire::House& house, base::Date latest_day) {
    Sorted sorted;
    for (size_t i = 0; i < batch.events.size(); ++i) {
        const auto id = id_of(batch.events[i], i);
        if (!id) return base::fail(id);
        auto event = queue::event_from_json(batch.events[i]);
        const std::string_view reason =
            event ? why_refused(*event, terminal, house, latest_day) : "malformed";
        sorted.results.push_back(refusal(*id, reason));
        if (!reason.empty()) continue;
        sorted.events.push_back(std::move(*event));
        sorted.places.push_back(i);
    }
    return sorted;
}

void report(Context& context, const Terminal& terminal,
            std::span<const wire::AppendResult> results) {
    std::uint64_t stored = 0;
    for (const auto& result : results) {
        if (result.outcome == wire::AppendOutcome::stored) ++stored;
        if (result.outcome != wire::AppendOutcome::refused) continue;
        context.metrics.count(Counter::events_refused);
        log::write(log::event_refused, {{"terminal", terminal.id},
                                        {"event", result.id.to_string()},
                                        {"reason", result.reason.value_or("")}});
    }
    if (stored == 0) return;
    context.metrics.count(Counter::events_stored, stored);
    context.followers.publish(terminal.house);
}

base::Result<std::int64_t> sequence_in(std::string_view text, std::string_view where) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0) {
        return base::fail(ErrorCode::invalid_argument,
                          std::string(where) + ": a sequence number is wanted");
    }
    return number;
}

// What the follower has: a reconnecting stream says it in its own header.
base::Result<std::int64_t> after_of(const Request& request) {
    if (!request.last_event_id.empty()) return sequence_in(request.last_event_id, "Last-Event-ID");
    const auto after = query_value(request.query, "after");
    if (!after) return 0;
    return sequence_in(*after, "?after");
}

} // namespace

base::Result<Response> append_events(Context& context, const Request& request) {
    const auto batch = read_body<wire::EventBatch>(request);
    if (!batch) return base::fail(batch);
    if (batch->events.size() > wire::max_events_a_batch) {
        return base::fail(ErrorCode::limit_exceeded, "/events: more than 100 in one batch");
    }
    const Terminal& terminal = *request.terminal;
    const auto house = context.store.house(terminal.house);
    if (!house) return base::fail(house);
    auto sorted = sort_out(*batch, terminal, *house,
                           house_day(*house, context.clock.wall() + tolerated_clock_lead));
    if (!sorted) return base::fail(sorted);
    auto stored = context.store.append(terminal.house, sorted->events);
    if (!stored) return base::fail(stored);
    for (size_t i = 0; i < stored->size(); ++i) {
        sorted->results[sorted->places[i]] = std::move((*stored)[i]);
    }
    report(context, terminal, sorted->results);
    return json_response(wire::AppendResults{.results = std::move(sorted->results)});
}

base::Result<Response> get_events(Context& context, const Request& request) {
    const auto after = after_of(request);
    if (!after) return base::fail(after);
    if (request.accept.contains("text/event-stream")) {
        return Response{
            .status = 200,
            .content_type = "text/event-stream",
            .body = {},
            .headers = {},
            .follow = Follow{
                .terminal = *request.terminal, .instance = request.instance, .after = *after}};
    }
    const auto range =
        context.store.events_after(request.terminal->house, *after, wire::max_events_a_page);
    if (!range) return base::fail(range);
    return json_response(page_of(*range));
}

} // namespace rexue::server
