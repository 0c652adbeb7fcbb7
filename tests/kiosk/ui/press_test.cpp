// Buttons under a finger: what counts as a press, and what does not.
#include <gtest/gtest.h>

#include "tests/kiosk/ui/a_ui.h"

namespace rexue::ui {
namespace {

constexpr Rect first{20, 20, 60, 20};
constexpr Rect second{20, 50, 60, 20};

struct Counts {
    int first = 0;
    int second = 0;
};

Draw two_buttons(Counts& counts) {
    return [&counts](Frame& frame) {
        frame.screen("two");
        if (frame.button("first", first, "有")) ++counts.first;
        if (frame.button("second", second, "没有")) ++counts.second;
    };
}

class Press : public testing::Test {
  protected:
    void SetUp() override { draw_until_calm(*ui, draw); }

    Counts counts;
    Draw draw = two_buttons(counts);
    std::unique_ptr<Ui> ui = a_ui();
};

TEST_F(Press, BeginsAndEndsInside) {
    tap(*ui, middle_of(first));
    draw_until_calm(*ui, draw);
    EXPECT_EQ(counts.first, 1);
    EXPECT_EQ(counts.second, 0);
}

TEST_F(Press, TenTapsInATenthOfASecondAreTen) {
    for (int i = 0; i < 10; ++i)
        tap(*ui, middle_of(second));
    EXPECT_TRUE(ui->has_pending_input());
    draw_until_calm(*ui, draw);
    EXPECT_EQ(counts.second, 10);
    EXPECT_FALSE(ui->has_pending_input());
}

TEST_F(Press, ThatLeavesIsCancelledEvenWhenItComesBack) {
    press_at(*ui, middle_of(first));
    move_to(*ui, {200, 200});
    move_to(*ui, middle_of(first));
    lift_at(*ui, middle_of(first));
    draw_until_calm(*ui, draw);
    EXPECT_EQ(counts.first, 0);
}

TEST_F(Press, ThatEndsOutsideIsCancelled) {
    press_at(*ui, middle_of(first));
    lift_at(*ui, {200, 200});
    draw_until_calm(*ui, draw);
    EXPECT_EQ(counts.first, 0);
}

TEST_F(Press, ThatEndsInAnotherButtonPressesNeither) {
    press_at(*ui, middle_of(first));
    lift_at(*ui, middle_of(second));
    draw_until_calm(*ui, draw);
    EXPECT_EQ(counts.first, 0);
    EXPECT_EQ(counts.second, 0);
}

TEST_F(Press, TremblesInsideTheButton) {
    press_at(*ui, {30, 25});
    for (int i = 0; i < 20; ++i)
        move_to(*ui, {30.0F + static_cast<float>(i % 3), 26});
    lift_at(*ui, {31, 27});
    draw_until_calm(*ui, draw);
    EXPECT_EQ(counts.first, 1);
}

TEST_F(Press, IsSeenWhileItIsHeld) {
    bool held = false;
    const Draw looking = [&](Frame& frame) {
        draw(frame);
        held = frame.is_pressed("first");
    };
    press_at(*ui, middle_of(first));
    draw_until_calm(*ui, looking);
    EXPECT_TRUE(held);
    move_to(*ui, {200, 200});
    draw_until_calm(*ui, looking);
    EXPECT_FALSE(held);
}

TEST_F(Press, InAButtonOnACardPressesTheButtonOnly) {
    int card = 0;
    int button = 0;
    const Draw nested = [&](Frame& frame) {
        frame.screen("nested");
        if (frame.target("card", {10, 10, 100, 100}, "全血", Role::choice)) ++card;
        if (frame.button("book", first, "预约")) ++button;
    };
    draw_until_calm(*ui, nested);
    tap(*ui, middle_of(first));
    draw_until_calm(*ui, nested);
    EXPECT_EQ(button, 1);
    EXPECT_EQ(card, 0);
    tap(*ui, {100, 100});
    draw_until_calm(*ui, nested);
    EXPECT_EQ(card, 1);
}

TEST_F(Press, OnADisabledButtonDoesNothing) {
    int pressed = 0;
    const Draw disabled = [&](Frame& frame) {
        frame.screen("disabled");
        if (frame.button("go", first, "继续", {.enabled = false})) ++pressed;
    };
    draw_until_calm(*ui, disabled);
    tap(*ui, middle_of(first));
    draw_until_calm(*ui, disabled);
    EXPECT_EQ(pressed, 0);
    EXPECT_FALSE(ui->tree().find("继续")->enabled);
}

TEST_F(Press, OfTheFirstTapChangesTheScreenBeforeTheSecondTap) {
    bool on_second_screen = false;
    int taken_by_old = 0;
    int taken_by_new = 0;
    const Draw changing = [&](Frame& frame) {
        frame.screen(on_second_screen ? "b" : "a");
        if (!on_second_screen) {
            if (frame.button("next", first, "下一步")) {
                ++taken_by_old;
                on_second_screen = true;
            }
        } else if (frame.button("other", first, "确认")) {
            ++taken_by_new;
        }
    };
    draw_until_calm(*ui, changing);
    tap(*ui, middle_of(first));
    tap(*ui, middle_of(first));
    draw_until_calm(*ui, changing);
    EXPECT_EQ(taken_by_old, 1);
    EXPECT_EQ(taken_by_new, 1) << "two taps 50 ms apart are two taps";
}

TEST_F(Press, OfTwoTargetsWithOneIdIsReported) {
    draw_until_calm(*ui, [](Frame& frame) {
        frame.screen("twice");
        frame.button("same", first, "a");
        frame.button("same", second, "b");
    });
    ASSERT_EQ(faults(*ui).size(), 1U);
    EXPECT_NE(faults(*ui).front().find("twice"), std::string::npos);
}

} // namespace
} // namespace rexue::ui
