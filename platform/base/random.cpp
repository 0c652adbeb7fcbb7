#include "platform/base/random.h"

#include <cerrno>
#include <cstring>

#include <sys/random.h>

#include "platform/base/error.h"

namespace rexue::base {

void fill_random(std::span<std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t got = getrandom(bytes.data(), bytes.size(), 0);
        if (got < 0 && errno == EINTR) continue;
        REXUE_ASSERT(got > 0);
        bytes = bytes.subspan(static_cast<size_t>(got));
    }
}

void wipe(std::span<std::byte> bytes) {
    if (!bytes.empty()) explicit_bzero(bytes.data(), bytes.size());
}

} // namespace rexue::base
