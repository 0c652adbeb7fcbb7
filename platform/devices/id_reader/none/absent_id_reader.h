// The reader of a terminal that has none.
#pragma once

#include "platform/devices/id_reader/id_reader.h"

namespace rexue::devices {

// Always `absent`; never calls a sink.
class AbsentIdReader final : public IdReader {
  public:
    IdReaderCondition condition() const override { return IdReaderCondition::absent; }
};

} // namespace rexue::devices
