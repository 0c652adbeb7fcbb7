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

TEST(Presses, AMoveWithoutAFingerAsksForNoFrame) {
    Presses presses;
    frame(presses);
    presses.moved(15, 15);
    EXPECT_FALSE(presses.has_pending());
    presses.down(15, 15);
    presses.moved(16, 15);
    frame(presses);
    EXPECT_TRUE(presses.has_pending()) << "a finger that moves may scroll";
    presses.up(16, 15);
    presses.moved(17, 15);
    EXPECT_TRUE(frame(presses));
    frame(presses);
    EXPECT_FALSE(presses.has_pending());
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

TEST(Presses, FocusGoesOnFromWhatCannotBePressedAnyMore) {
    Presses presses;
    bool is_enabled = true;
    const auto three = [&] {
        presses.begin_frame();
        presses.offer({.id = "a", .rect = box});
        presses.offer({.id = "b", .rect = box, .enabled = is_enabled});
        presses.offer({.id = "c", .rect = box});
        presses.end_frame();
    };
    three();
    presses.focus_next();
    presses.focus_next();
    is_enabled = false;
    three();
    EXPECT_EQ(presses.focus(), "b");
    presses.focus_next();
    EXPECT_EQ(presses.focus(), "c");
    is_enabled = true;
    three();
    presses.focus_previous();
    is_enabled = false;
    three();
    presses.focus_previous();
    EXPECT_EQ(presses.focus(), "a");
}

TEST(Presses, NothingToFocusFocusesNothing) {
    Presses presses;
    presses.focus_next();
    frame(presses, box, false);
    presses.focus_next();
    presses.focus_previous();
    EXPECT_EQ(presses.focus(), "");
}

// A target, a modal with a target of its own; what was pressed.
std::string covered_frame(Presses& presses, bool is_open) {
    presses.begin_frame();
    std::string pressed;
    if (presses.offer({.id = "under", .rect = box})) pressed = "under";
    if (is_open) {
        presses.cover();
        if (presses.offer({.id = "over", .rect = {50, 50, 20, 20}})) pressed = "over";
    }
    presses.end_frame();
    return pressed;
}

TEST(Presses, UnderAModalReachNothing) {
    Presses presses;
    covered_frame(presses, true);
    presses.down(15, 15);
    presses.up(15, 15);
    presses.down(55, 55);
    presses.up(55, 55);
    std::string all;
    while (presses.has_pending())
        all += covered_frame(presses, true);
    EXPECT_EQ(all, "over");
    presses.focus_next();
    presses.focus_next();
    EXPECT_EQ(presses.focus(), "over");
    covered_frame(presses, false);
    EXPECT_EQ(presses.focus(), "");
}

TEST(Presses, OfAFingerThatIsDownAsAModalComesDoNotCount) {
    Presses presses;
    covered_frame(presses, false);
    presses.down(15, 15);
    covered_frame(presses, false);
    covered_frame(presses, true);
    EXPECT_FALSE(presses.is_held("under"));
    presses.up(15, 15);
    EXPECT_EQ(covered_frame(presses, true), "");
}

TEST(Presses, ComeDownOnlyInTheTopLayer) {
    Presses presses;
    covered_frame(presses, true);
    presses.down(15, 15);
    presses.begin_frame();
    EXPECT_FALSE(presses.came_down_in(box));
    presses.cover();
    EXPECT_TRUE(presses.came_down_in(box));
    EXPECT_FALSE(presses.came_down_in({50, 50, 20, 20}));
    presses.end_frame();
}

TEST(Presses, OneIdUnderAndOverAModalIsStillTwice) {
    Presses presses;
    presses.begin_frame();
    presses.offer({.id = "a", .rect = box});
    presses.cover();
    presses.offer({.id = "a", .rect = {50, 50, 20, 20}});
    EXPECT_TRUE(presses.was_offered_twice());
    presses.end_frame();
}

} // namespace
} // namespace rexue::ui::input
