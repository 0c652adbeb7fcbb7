#include "kiosk/app/reader_notes.h"

#include <utility>
#include <variant>

namespace rexue::app {

namespace {

bool is_of_a_visit(devices::IdReaderCondition condition) {
    using Device = devices::IdReaderCondition;
    return condition == Device::ready || condition == Device::reading ||
           condition == Device::card_done;
}

} // namespace

std::optional<devices::IdReaderCondition> ReaderNotes::worth_noting(
    const devices::IdReaderEvent& event) {
    const auto* changed = std::get_if<devices::IdReaderChanged>(&event);
    if (changed == nullptr) return std::nullopt;
    const bool works = is_of_a_visit(changed->condition);
    const bool worked = std::exchange(worked_, works);
    if (works && worked) return std::nullopt;
    return changed->condition;
}

} // namespace rexue::app
