// One thing that waits for the server.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <boost/describe.hpp>
#include <boost/json.hpp>

#include "net/wire/bookings.h"
#include "net/wire/visits.h"
#include "platform/base/date_text.h"
#include "platform/base/error.h"
#include "platform/base/uuid.h"

namespace rexue::outbox {

enum class ItemKind {
    event,   // of the house log; no personal data
    record,  // of a visit, sealed: nobody but the server can read it
    booking, // of a day, sealed likewise
};
BOOST_DESCRIBE_ENUM(ItemKind, event, record, booking)

struct Item {
    ItemKind kind = ItemKind::event;
    base::Uuid id;    // one of a kind waits once: the event's id, or any id for a record
    base::Date day{}; // the house's local day it belongs to
    std::string body; // JSON: an event, a wire::SealedRecord or a wire::SealedBooking

    bool operator==(const Item&) const = default;
};
inline constexpr size_t max_body_bytes = 1024 * 1024;

// An item's place in the outbox. Never used twice.
using ItemNumber = std::int64_t;

struct LeasedItem {
    ItemNumber number = 0;
    Item item;

    bool operator==(const LeasedItem&) const = default;
};

enum class ItemStatus {
    waiting,     // for its turn, or for the line
    leased,      // on its way to the server
    quarantined, // refused by the server for good, kept for an operator to look at
};
BOOST_DESCRIBE_ENUM(ItemStatus, waiting, leased, quarantined)

// An item without what it says: fit for an operator's eyes and for a shell's history.
struct ItemBrief {
    ItemNumber number = 0;
    ItemKind kind = ItemKind::event;
    base::Uuid id;
    base::Instant queued_at{};
    ItemStatus status = ItemStatus::waiting;
    int tries = 0;                      // how often it was taken to be sent
    std::optional<std::string> refusal; // quarantined: the server's reason or error code

    bool operator==(const ItemBrief&) const = default;
};

// invalid_argument without a UUID under "id".
base::Result<Item> event_item(base::Date day, const boost::json::value& event);

// A first revision has the visit's id, a later one has a new id.
Item record_item(base::Date day, base::Uuid id, const wire::SealedRecord& record);

// `day` is the one it was made on, not the one that is booked.
Item booking_item(base::Date day, const wire::SealedBooking& booking);

} // namespace rexue::outbox
