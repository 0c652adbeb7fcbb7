#include "platform/devices/id_reader/stop_signal.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <limits>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "platform/base/error.h"

namespace rexue::devices {

namespace chr = std::chrono;

StopSignal::StopSignal() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    REXUE_ASSERT(descriptor_ >= 0);
}

StopSignal::~StopSignal() {
    close(descriptor_);
}

void StopSignal::raise() {
    const std::uint64_t one = 1;
    REXUE_ASSERT(write(descriptor_, &one, sizeof(one)) == sizeof(one));
}

bool StopSignal::raised() const {
    return wait_until({});
}

bool StopSignal::wait_until(chr::steady_clock::time_point deadline) const {
    pollfd waited{.fd = descriptor_, .events = POLLIN, .revents = 0};
    int ready = -1;
    do {
        ready = poll(&waited, 1, poll_milliseconds(deadline));
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

int poll_milliseconds(chr::steady_clock::time_point deadline) {
    const auto left = chr::ceil<chr::milliseconds>(deadline - chr::steady_clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, std::numeric_limits<int>::max()));
}

} // namespace rexue::devices
