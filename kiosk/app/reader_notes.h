// Which conditions of the ID reader an operator has to know of.
#pragma once

#include <optional>

#include "platform/devices/id_reader/id_reader.h"

namespace rexue::app {

// Called by the reader's one thread.
class ReaderNotes {
  public:
    // A condition for the log: each fault, a card that could not be read, and that the reader works
    // again. A card that comes, is read and goes is a visit.
    std::optional<devices::IdReaderCondition> worth_noting(const devices::IdReaderEvent& event);

  private:
    bool worked_ = true;
};

} // namespace rexue::app
