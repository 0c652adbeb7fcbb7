// Waits grow, stay in their bounds, and are the same for the same seed.
#include "net/client/backoff.h"

#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rexue::client {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds first{1000};
constexpr milliseconds longest{60'000};

RC_GTEST_PROP(BackoffTest, EachWaitIsHalfToWholeOfADoublingStep, (std::uint64_t seed)) {
    Backoff backoff(first, longest, seed);
    milliseconds step = first;
    for (int i = 0; i < 12; ++i) {
        const auto wait = backoff.next();
        RC_ASSERT(wait <= step);
        RC_ASSERT(wait >= step / 2);
        step = std::min(longest, step * 2);
    }
    backoff.reset();
    RC_ASSERT(backoff.next() <= first);
}

TEST(BackoffTest, TheSameSeedWaitsTheSame) {
    Backoff one(first, longest, 7);
    Backoff other(first, longest, 7);
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(one.next(), other.next());
}

TEST(BackoffTest, DifferentTerminalsAreNotInStep) {
    std::set<milliseconds> waits;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        waits.insert(Backoff(first, longest, seed).next());
    }
    EXPECT_GT(waits.size(), 30);
}

} // namespace

} // namespace rexue::client
