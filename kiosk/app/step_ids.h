// A step whose answer did not come may have been kept all the same. Sent once more under the same
// id it is kept once; under a new id the server would say that somebody has been quicker.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "kiosk/flow/staff/event.h"
#include "net/wire/review.h"
#include "platform/base/uuid.h"

namespace rexue::app {

// Any thread.
class StepIds {
  public:
    // The step as it is sent: under the id of the unanswered one when `wanted` is that one again,
    // else under a new id.
    wire::ReviewStep step_for(const flow::staff::TakeStep& wanted, base::Instant now);
    // The server has said yes or no to `id`.
    void answered(const base::Uuid& id);

  private:
    // What a donor said or weighs does not stay here after the desk has forgotten it: a step is
    // known again by its digest, salted by its id.
    struct Sent {
        base::Uuid id;
        std::string digest;
    };

    std::mutex mutex_;
    std::optional<Sent> open_; // the newest without an answer
};

} // namespace rexue::app
