#include "platform/base/give_way.h"

#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

namespace rexue::base {

void give_way() {
    constexpr int nicer_by = 10;
    constexpr int nicest = 19;
    // Linux takes a thread's id here, and means that thread alone.
    const auto self = static_cast<id_t>(gettid());
    const int wanted = std::min(getpriority(PRIO_PROCESS, self) + nicer_by, nicest);
    static_cast<void>(setpriority(PRIO_PROCESS, self, wanted));
}

} // namespace rexue::base
