// One edge a frame; a press belongs to what was seen under the finger, and leaves with it.
#include "kiosk/ui/input/presses.h"

#include <gtest/gtest.h>

namespace rexue::ui::input {
namespace {

constexpr Rect box{10, 10, 20, 20};

// One frame with one target; true when it was pressed.
bool frame(Presses& presses, const Rect& rect = box, bool enabled = true) {
    presses.begin_frame();
    const bool pressed = presses.offer({.id = "a", .rect = rect, .enabled = enabled});
    presses.end_frame();
    return pressed;
}

int presses_counted(Presses& presses) {
    int count = 0;
    while (presses.has_pending())
        count += frame(presses) ? 1 : 0;
    return count;
}

TEST(Presses, TakeOneEdgeAFrame) {
    Presses presses;
    frame(presses);
    presses.down(15, 15);
    presses.up(15, 15);
    EXPECT_FALSE(frame(presses));
    EXPECT_TRUE(presses.is_held("a"));
    EXPECT_TRUE(frame(presses));
    EXPECT_FALSE(presses.is_held("a"));
}

TEST(Presses, AFrameFollowsAPressBeforeTheNextTapIsLookedAt) {
    Presses presses;
    frame(presses);
    presses.down(15, 15);
    presses.up(15, 15);
    presses.down(15, 15);
    presses.up(15, 15);
    frame(presses);
    ASSERT_TRUE(frame(presses));
    EXPECT_TRUE(presses.has_pending());
    frame(presses);
    EXPECT_FALSE(presses.is_held("a")) << "the frame that shows what changed takes no input";
    frame(presses);
    EXPECT_TRUE(presses.is_held("a"));
}

TEST(Presses, ATapOnWhatTheFingerCouldNotSeeDoesNothing) {
    Presses presses;
    presses.down(15, 15);
    presses.up(15, 15);
    EXPECT_EQ(presses_counted(presses), 0);
}

TEST(Presses, ATargetThatMovesAwayIsNotPressed) {
    Presses presses;
    frame(presses);
    presses.down(15, 15);
    frame(presses);
    presses.up(15, 15);
    EXPECT_FALSE(frame(presses, {50, 50, 20, 20}));
}

TEST(Presses, ATargetThatVanishesAndComesBackIsNotPressed) {
    Presses presses;
    frame(presses);
    presses.down(15, 15);
    frame(presses);
    presses.begin_frame();
    presses.end_frame();
    presses.up(15, 15);
    EXPECT_FALSE(frame(presses));
}

TEST(Presses, ADisabledTargetCoversWhatLiesUnderIt) {
    Presses presses;
    const auto two = [&] {
        presses.begin_frame();
        const bool under = presses.offer({.id = "under", .rect = {0, 0, 100, 100}});
        const bool over = presses.offer({.id = "over", .rect = box, .enabled = false});
        presses.end_frame();
        return under || over;
    };
    two();
    presses.down(15, 15);
    presses.up(15, 15);
    EXPECT_FALSE(two());
    EXPECT_FALSE(two());
}

TEST(Presses, AFloodOfMovesLosesMovesAndNoTap) {
    Presses presses;
    frame(presses);
    presses.down(15, 15);
    presses.up(15, 15);
    for (int i = 0; i < 5'000; ++i)
        presses.moved(15, 15);
    EXPECT_EQ(presses_counted(presses), 1);
}

TEST(Presses, FocusWalksOverWhatCanBePressed) {
    Presses presses;
    const auto three = [&] {
        presses.begin_frame();
        std::string pressed;
        for (const char* id : {"a", "b", "c"}) {
            if (presses.offer({.id = id, .rect = box, .enabled = std::string(id) != "b"})) {
                pressed = id;
            }
        }
        presses.end_frame();
        return pressed;
    };
    three();
    presses.focus_next();
    EXPECT_EQ(presses.focus(), "a");
    presses.focus_next();
    EXPECT_EQ(presses.focus(), "c");
    presses.focus_next();
    EXPECT_EQ(presses.focus(), "a");
    presses.focus_previous();
    EXPECT_EQ(presses.focus(), "c");
    presses.choose_focused();
    EXPECT_EQ(three(), "c");
    presses.down(0, 0);
    while (presses.has_pending())
        three();
    EXPECT_EQ(presses.focus(), "") << "a touch takes it away";
}

} // namespace
} // namespace rexue::ui::input
