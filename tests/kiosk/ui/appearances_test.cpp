// Since when a part of a screen has been there.
#include "kiosk/ui/appearances.h"

#include <gtest/gtest.h>

#include "tests/kiosk/ui/a_ui.h"

namespace rexue::ui {
namespace {

using namespace std::chrono_literals;

TEST(AppearancesTest, CountFromTheFirstOfAnUnbrokenRow) {
    Appearances appearances;
    EXPECT_EQ(appearances.since("modal", 1s), 1s);
    appearances.end_frame();
    EXPECT_EQ(appearances.since("modal", 2s), 1s);
    appearances.end_frame();
    appearances.end_frame();
    EXPECT_EQ(appearances.since("modal", 4s), 4s);
}

TEST(AppearancesTest, AreLongAgoWithoutMotion) {
    for (const bool motion : {true, false}) {
        const auto ui = a_ui({.motion = motion});
        std::chrono::milliseconds since{};
        ui->frame(5s, [&](Frame& frame) { since = frame.since_shown("modal"); });
        EXPECT_EQ(since, motion ? 0ms : std::chrono::milliseconds(1h));
    }
}

} // namespace
} // namespace rexue::ui
