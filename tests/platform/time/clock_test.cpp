// A clock for tests that stands still, and the machine's clock that never goes below its floor.
#include "platform/time/clock.h"

#include <gtest/gtest.h>

namespace rexue::time {
namespace {

using namespace std::chrono_literals;
namespace chr = std::chrono;

base::Instant instant(std::string_view text) {
    return base::parse_instant(text).value();
}

TEST(SimulatedClock, StandsStillUntilItIsMoved) {
    SimulatedClock clock(instant("2026-06-14T02:24:05.000Z"));
    const Moment before = clock.steady();
    EXPECT_EQ(clock.wall(), clock.wall());
    clock.advance(1500ms);
    EXPECT_EQ(clock.wall(), instant("2026-06-14T02:24:06.500Z"));
    EXPECT_EQ(clock.steady() - before, 1500ms);
}

TEST(SimulatedClock, StepsTheWallWithoutMovingDeadlines) {
    SimulatedClock clock(instant("2026-06-14T02:24:05.000Z"));
    const Moment before = clock.steady();
    clock.step_wall(-24h);
    EXPECT_EQ(clock.wall(), instant("2026-06-13T02:24:05.000Z"));
    EXPECT_EQ(clock.steady(), before);
}

TEST(SystemClock, ShowsTheMachinesTimeWhenTheFloorIsBelow) {
    SystemClock clock;
    clock.raise_floor(instant("2020-01-01T00:00:00.000Z"));
    const auto machine = chr::floor<chr::milliseconds>(chr::system_clock::now());
    EXPECT_FALSE(clock.below_floor());
    EXPECT_LT(chr::abs(clock.wall() - machine), 60s);
}

TEST(SystemClock, StandsOnTheFloorWhileTheMachineIsBehindAndGoesOnFromThere) {
    SystemClock clock;
    const base::Instant far = instant("2999-01-01T00:00:00.000Z");
    clock.raise_floor(far);
    EXPECT_TRUE(clock.below_floor());
    const base::Instant before = clock.wall();
    EXPECT_GE(before, far);
    EXPECT_LT(before, far + 60s);
    while (clock.wall() == before) {
    }
    EXPECT_GT(clock.wall(), before);
}

TEST(SystemClock, NeverLowersTheFloor) {
    SystemClock clock;
    clock.raise_floor(instant("2999-01-01T00:00:00.000Z"));
    clock.raise_floor(instant("2998-01-01T00:00:00.000Z"));
    EXPECT_GE(clock.wall(), instant("2999-01-01T00:00:00.000Z"));
}

// A server whose clock is seconds ahead of ours is no reason to call ours wrong.
TEST(SystemClock, IsNotCalledWrongForALittle) {
    SystemClock clock;
    const auto machine = chr::floor<chr::milliseconds>(chr::system_clock::now());
    clock.raise_floor(machine + 60s);
    EXPECT_FALSE(clock.below_floor());
    EXPECT_GE(clock.wall(), machine + 60s);
    clock.raise_floor(machine + 180s);
    EXPECT_TRUE(clock.below_floor());
}

TEST(BuildTime, IsADayThatHasBegun) {
    EXPECT_GT(build_time(), instant("2026-01-01T00:00:00.000Z"));
    EXPECT_LE(build_time(), chr::system_clock::now());
    EXPECT_EQ(build_time().time_since_epoch() % 24h, 0ms);
}

// Misfortune: no clock battery. The program's own age is the floor before any server is heard.
TEST(SystemClock, WakesUpNoEarlierThanItWasBuilt) {
    const SystemClock clock;
    EXPECT_GE(clock.wall(), build_time());
}

TEST(SystemClock, KeepsGoingForDeadlinesWhateverTheFloor) {
    SystemClock clock;
    clock.raise_floor(instant("2999-01-01T00:00:00.000Z"));
    const Moment before = clock.steady();
    while (clock.steady() == before) {
    }
    EXPECT_GT(clock.steady(), before);
}

} // namespace
} // namespace rexue::time
