#include "platform/devices/id_reader/id_reader.h"

#include <utility>

#include "platform/devices/id_reader/none/absent_id_reader.h"
#include "platform/devices/id_reader/serial/serial_id_reader.h"
#include "platform/devices/id_reader/simulated/simulated_id_reader.h"

namespace rexue::devices {

std::string_view to_string(IdReaderCondition condition) {
    switch (condition) {
        case IdReaderCondition::absent:
            return "absent";
        case IdReaderCondition::connecting:
            return "connecting";
        case IdReaderCondition::ready:
            return "ready";
        case IdReaderCondition::reading:
            return "reading";
        case IdReaderCondition::card_done:
            return "card_done";
        case IdReaderCondition::card_moved:
            return "card_moved";
        case IdReaderCondition::card_unread:
            return "card_unread";
        case IdReaderCondition::unplugged:
            return "unplugged";
        case IdReaderCondition::silent:
            return "silent";
        case IdReaderCondition::garbled:
            return "garbled";
        case IdReaderCondition::faulty:
            return "faulty";
    }
    return "faulty";
}

base::Result<std::unique_ptr<IdReader>> make_id_reader(const IdReaderOptions& options,
                                                       IdReader::Sink sink) {
    switch (options.kind) {
        case IdReaderKind::none:
            return std::make_unique<AbsentIdReader>();
        case IdReaderKind::serial:
            return SerialIdReader::create({.path = options.path, .baud = options.baud},
                                          std::move(sink));
        case IdReaderKind::simulated:
            if (options.path.empty()) break;
            return SimulatedIdReader::create({.folder = options.path}, {}, std::move(sink));
    }
    return base::fail(base::ErrorCode::invalid_argument, "a simulated ID reader has a folder");
}

} // namespace rexue::devices
