// A glide begins with its speed, slows down all the way, and ends.
#include "kiosk/ui/input/glide.h"

#include <gtest/gtest.h>

namespace rexue::ui::input {
namespace {

using namespace std::chrono_literals;

TEST(Glide, BeginsWithTheSpeedOfTheThrow) {
    const Glide glide = Glide::thrown(100, 600, 5s, 800ms);
    EXPECT_FLOAT_EQ(glide.at(5s), 100);
    EXPECT_NEAR(glide.at(5s + 10ms), 106, 0.2F);
    EXPECT_FLOAT_EQ(glide.at(5s + 800ms), 260);
}

TEST(Glide, OnlySlowsDown) {
    const Glide glide{.from = 50, .to = -20, .started = 1s, .takes = 200ms};
    float step_before = -100;
    for (auto now = 1s + 10ms; now <= 1s + 200ms; now += 10ms) {
        const float step = glide.at(now) - glide.at(now - 10ms);
        EXPECT_LE(step, 0);
        EXPECT_GE(step, step_before);
        step_before = step;
    }
}

TEST(Glide, StaysWhereItEnds) {
    const Glide glide{.from = 0, .to = 10, .started = 1s, .takes = 200ms};
    EXPECT_FALSE(glide.is_over(1s + 199ms));
    EXPECT_TRUE(glide.is_over(1s + 200ms));
    EXPECT_FLOAT_EQ(glide.at(1h), 10);
    EXPECT_FLOAT_EQ(glide.at(0s), 0) << "a clock that steps back";
}

} // namespace
} // namespace rexue::ui::input
