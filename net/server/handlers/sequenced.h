// Logged events in the form that crosses the wire.
#pragma once

#include "net/server/store/rows.h"
#include "net/wire/events.h"

namespace rexue::server {

inline wire::SequencedEvent sequenced(const LoggedEvent& logged) {
    return {.sequence = logged.sequence, .event = queue::to_json(logged.event)};
}

inline wire::EventPage page_of(const EventRange& range) {
    wire::EventPage page{.events = {}, .last = range.last};
    page.events.reserve(range.events.size());
    for (const LoggedEvent& logged : range.events)
        page.events.push_back(sequenced(logged));
    return page;
}

} // namespace rexue::server
