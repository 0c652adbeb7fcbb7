// The ID-card reader: tells when a card lies on it and what its text record says.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "platform/base/error.h"

namespace rexue::devices {

// What the reader can be, as a value to show and report. Every condition but `absent` is left
// by itself once the cause is gone; nothing needs a restart.
enum class IdReaderCondition {
    absent,      // this terminal has none
    connecting,  // looking for the port
    ready,       // armed, no card
    reading,     // a card was found, its record is on the way
    card_done,   // read; waits until the card is lifted
    card_moved,  // lifted or slipped in the middle of a read: lay it down again
    card_unread, // the card answered with a failure (SW3 40, 41, 31–33, 81 …)
    unplugged,   // the port is gone
    silent,      // the port is there, the reader says nothing
    garbled,     // what it says is no frame: checksum, length, noise
    faulty,      // the reader reports a fault of its own (SW3 60, 66)
};
std::string_view to_string(IdReaderCondition condition);

// The 256-byte text record of a document, as the card holds it (UTF-16LE). The portrait is
// dropped where it is received: GB/T 45574-2025 counts ID-card photos as sensitive data.
struct CardText {
    std::array<std::byte, 256> bytes{};
};

struct IdReaderChanged {
    IdReaderCondition condition;
};
struct CardRead {
    CardText text;
};
using IdReaderEvent = std::variant<IdReaderChanged, CardRead>;

// One reader. The driver polls on a thread of its own and reports through the sink, from that
// thread; the sink must not block. A card is reported once for each time it is laid down.
// Destruction stops the thread and returns within one poll (300 ms).
class IdReader {
  public:
    using Sink = std::function<void(IdReaderEvent)>;

    virtual ~IdReader() = default;
    // The newest condition; any thread.
    virtual IdReaderCondition condition() const = 0;
};

enum class IdReaderKind { none, serial, simulated };

struct IdReaderOptions {
    IdReaderKind kind = IdReaderKind::none;
    // serial: the port, e.g. "/dev/serial/by-id/…". simulated: a folder whose files are the
    // state of the simulator (see simulated/simulated_reader.h), on a pseudo-terminal that the
    // real serial driver opens.
    std::string path;
    int baud = 115200;
};

// The one place that chooses. invalid_argument for an impossible option; an unplugged reader is
// no failure, it is the condition `unplugged`.
base::Result<std::unique_ptr<IdReader>> make_id_reader(const IdReaderOptions& options,
                                                       IdReader::Sink sink);

} // namespace rexue::devices
