#include "kiosk/app/waiting_events.h"

#include "platform/json/parse.h"

namespace rexue::app {

base::Result<std::vector<queue::HouseEvent>> waiting_events(outbox::Outbox& outbox,
                                                            base::Date day) {
    std::vector<queue::HouseEvent> events;
    outbox::ItemNumber seen = 0;
    while (true) {
        const auto waiting = outbox.peek(outbox::ItemKind::event, seen);
        if (!waiting) return base::fail(waiting);
        if (waiting->empty()) break;
        seen = waiting->back().number;
        for (const outbox::LeasedItem& one : *waiting) {
            if (one.item.day != day) continue;
            const auto value = json::parse(one.item.body);
            if (!value) continue;
            if (auto event = queue::event_from_json(*value)) events.push_back(std::move(*event));
        }
    }
    return events;
}

} // namespace rexue::app
