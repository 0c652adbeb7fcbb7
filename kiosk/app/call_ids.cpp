#include "kiosk/app/call_ids.h"

namespace rexue::app {

base::Uuid CallIds::id_for(const flow::staff::Call& wanted, base::Instant now) {
    const std::lock_guard lock(mutex_);
    const bool again = open_ && open_->command == wanted.command &&
                       open_->service_point == wanted.service_point &&
                       open_->ticket == wanted.ticket;
    if (!again) {
        open_ = {.id = base::make_uuid_v7(now),
                 .command = wanted.command,
                 .service_point = wanted.service_point,
                 .ticket = wanted.ticket};
    }
    return open_->id;
}

void CallIds::answered(const base::Uuid& id) {
    const std::lock_guard lock(mutex_);
    if (open_ && open_->id == id) open_.reset();
}

} // namespace rexue::app
