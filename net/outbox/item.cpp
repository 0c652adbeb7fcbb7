#include "net/outbox/item.h"

#include "platform/json/codec.h"

namespace rexue::outbox {

base::Result<Item> event_item(base::Date day, const boost::json::value& event) {
    const auto* object = event.if_object();
    const auto* id = object == nullptr ? nullptr : object->if_contains("id");
    if (id == nullptr) return base::fail(base::ErrorCode::invalid_argument, "an event has an id");
    auto read = json::from_json<base::Uuid>(*id, "/id");
    if (!read) return base::fail(read);
    return Item{ItemKind::event, *read, day, boost::json::serialize(event)};
}

Item record_item(base::Date day, base::Uuid id, const wire::SealedRecord& record) {
    return {ItemKind::record, id, day, boost::json::serialize(json::to_json(record))};
}

Item booking_item(base::Date day, const wire::SealedBooking& booking) {
    return {ItemKind::booking, booking.booking, day,
            boost::json::serialize(json::to_json(booking))};
}

} // namespace rexue::outbox
