// A command whose answer did not come may have been decided all the same. Asked once more under
// the same id it is decided once; under a new id somebody else would be called too.
#pragma once

#include <mutex>
#include <optional>

#include "kiosk/flow/staff/event.h"
#include "platform/base/uuid.h"

namespace rexue::app {

// Any thread.
class CallIds {
  public:
    // The id of the unanswered command when `wanted` is that one again, else a new one.
    base::Uuid id_for(const flow::staff::Call& wanted, base::Instant now);
    // The server has said yes or no to `id`, by its answer or by the house log.
    void answered(const base::Uuid& id);

  private:
    struct Asked {
        base::Uuid id;
        flow::staff::Command command;
        std::string service_point;
        std::optional<std::string> ticket;
    };

    std::mutex mutex_;
    std::optional<Asked> open_; // the newest without an answer
};

} // namespace rexue::app
