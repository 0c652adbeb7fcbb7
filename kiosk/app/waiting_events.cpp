#include "kiosk/app/waiting_events.h"

#include "platform/json/parse.h"

namespace rexue::app {

base::Result<std::vector<queue::HouseEvent>> waiting_events(outbox::Outbox& outbox,
                                                            base::Date day) {
    std::vector<queue::HouseEvent> events;
    std::vector<outbox::ItemNumber> held;
    base::Status read;
    while (true) {
        const auto leased = outbox.lease(outbox::ItemKind::event);
        if (!leased) read = base::fail(leased);
        if (!leased || leased->empty()) break;
        for (const outbox::LeasedItem& one : *leased) {
            held.push_back(one.number);
            if (one.item.day != day) continue;
            const auto value = json::parse(one.item.body);
            if (!value) continue;
            if (auto event = queue::event_from_json(*value)) events.push_back(std::move(*event));
        }
    }
    outbox.release(held);
    if (!read) return base::fail(read);
    return events;
}

} // namespace rexue::app
