// What a terminal has to tell the server, kept on its disk until the server has it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "net/outbox/item.h"
#include "platform/storage/database.h"
#include "platform/time/clock.h"

namespace rexue::outbox {

struct OutboxOptions {
    // 512 MiB: weeks of a busy house without a server. Past it, storage_full.
    std::int64_t max_pages = 131'072;
};

struct OutboxCounts {
    size_t events = 0;   // waiting
    size_t records = 0;  // waiting
    size_t bookings = 0; // waiting
    size_t quarantined = 0;
    std::optional<base::Instant> oldest; // when the oldest waiting item was appended

    bool operator==(const OutboxCounts&) const = default;
};

struct LeaseLimit {
    size_t items = 100;
    // Of bodies together; the first item is given however long it is.
    size_t bytes = 512 * 1024;
};

struct CheckedIn {
    int ticket_count = 0; // the terminal's letter in front of it makes the ticket
    std::vector<ItemNumber> items;
};

// Thread-safe; calls sync to the disk: never from the window thread. What a call has returned as
// done survives a power cut; what it has returned as an error has changed nothing.
// Errors of all: storage_full, io, corrupt (open the outbox anew then).
class Outbox {
  public:
    // `corrupt`: the file could not be trusted and was moved aside to "<name>.corrupt-<n>" with
    // its log; nothing is deleted. Opening once more gives an empty outbox whose ticket numbers
    // go on far above those that may have been given. unsupported: of a newer program.
    // `clock` outlives the outbox.
    static base::Result<std::unique_ptr<Outbox>> open(const std::filesystem::path& path,
                                                      const time::Clock& clock,
                                                      const OutboxOptions& options = {});

    // For an operator, while the terminal may be running: looks and puts back, takes nothing.
    // not_found: there is no outbox. Nothing is checked or moved aside: that is the terminal's.
    static base::Result<std::unique_ptr<Outbox>> open_beside(const std::filesystem::path& path,
                                                             const time::Clock& clock);

    // All of them, in this order, or none. An item that waits already with the same body is left
    // as it is; with another body: conflict. limit_exceeded for a body over max_body_bytes.
    base::Result<std::vector<ItemNumber>> append(std::span<const Item> items);

    // The next ticket number of `day` together with what `make` makes of it, in one transaction:
    // whatever stops the machine, a number is never given twice and no half of a check-in stays.
    // An error of `make` is handed back and takes no number.
    base::Result<CheckedIn> check_in(
        base::Date day, const std::function<base::Result<std::vector<Item>>(int)>& make);

    // Numbers of `day` up to `count` are in the house log: never give them again.
    base::Status raise_ticket(base::Date day, int count);

    // The oldest waiting items of a kind that nobody holds, in the order appended. They are held
    // until acknowledged, quarantined or released, or until the process ends.
    base::Result<std::vector<LeasedItem>> lease(ItemKind kind, const LeaseLimit& limit = {});
    // The same behind `after`, held by somebody or not; only read, nothing is written.
    base::Result<std::vector<LeasedItem>> peek(ItemKind kind, ItemNumber after = 0,
                                               size_t limit = 200);
    void release(std::span<const ItemNumber> numbers);
    // The server has them. Numbers that are gone already are no error.
    base::Status acknowledge(std::span<const ItemNumber> numbers);

    // The server will never take it: out of the way, never out of the box.
    base::Status quarantine(ItemNumber number, std::string_view reason);
    // Back in line at its old place, for an operator who has removed the reason. not_found.
    base::Status requeue(ItemNumber number);

    // What is in the box, oldest first: at most `limit` behind `after`.
    base::Result<std::vector<ItemBrief>> list(ItemNumber after = 0, size_t limit = 200);

    base::Result<OutboxCounts> counts();

    // Called after each append, on the appending thread, without a lock. Set before threads start.
    void on_append(std::function<void()> wake);

  private:
    Outbox(storage::Database database, const time::Clock& clock)
        : database_(std::move(database)), clock_(clock) {}

    base::Result<std::vector<ItemNumber>> insert_all(std::span<const Item> items);
    base::Result<ItemNumber> insert(const Item& item);
    base::Result<ItemNumber> find_same(const Item& item);
    base::Result<std::vector<LeasedItem>> pick(ItemKind kind, const LeaseLimit& limit);
    void note_lease(std::string_view change, std::span<const ItemNumber> numbers);

    storage::Database database_;
    const time::Clock& clock_;
    std::mutex mutex_;
    std::set<ItemNumber> held_;
    std::function<void()> wake_;
};

} // namespace rexue::outbox
