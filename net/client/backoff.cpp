#include "net/client/backoff.h"

#include <algorithm>
#include <span>

#include "platform/base/error.h"
#include "platform/base/random.h"

namespace rexue::client {

Backoff::Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest,
                 std::uint64_t seed)
    : first_(first), longest_(longest), step_(first), random_(seed) {
    REXUE_ASSERT(first.count() > 0 && longest >= first);
}

std::chrono::milliseconds Backoff::next() {
    const auto whole = step_.count();
    step_ = std::min(longest_, step_ * 2);
    std::uniform_int_distribution<std::int64_t> draw(whole - whole / 2, whole);
    return std::chrono::milliseconds(draw(random_));
}

std::uint64_t random_seed() {
    std::uint64_t seed = 0;
    base::fill_random(std::as_writable_bytes(std::span(&seed, 1)));
    return seed;
}

} // namespace rexue::client
