#include "net/server/instances.h"

#include "platform/log/catalogue.h"

namespace rexue::server {

base::Status bind_instance(Context& context, const Terminal& terminal, std::string_view instance) {
    auto claimed = context.store.claim_instance(terminal.id, instance, context.clock.wall());
    if (!claimed && claimed.error().code == base::ErrorCode::conflict) {
        context.metrics.count(Counter::instance_conflicts);
        log::write(log::instance_conflict, {{"terminal", terminal.id}});
    }
    return claimed;
}

} // namespace rexue::server
