#include "platform/base/give_way.h"

#include <sys/resource.h>
#include <unistd.h>

namespace rexue::base {

void give_way() {
    constexpr int niceness = 10;
    // Linux takes a thread's id here, and means that thread alone.
    static_cast<void>(setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness));
}

} // namespace rexue::base
