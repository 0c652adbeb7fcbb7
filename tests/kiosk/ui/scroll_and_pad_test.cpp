// A drag scrolls and never presses; a pad gives every move of the finger.
#include <gtest/gtest.h>

#include "tests/kiosk/ui/a_ui.h"

namespace rexue::ui {
namespace {

constexpr Rect region{20, 100, 200, 100};
constexpr float content_mm = 250;

struct Scrolled {
    int pressed = 0;
    float offset = 0;
};

Draw a_long_list(Scrolled& state) {
    return [&state](Frame& frame) {
        frame.screen("list");
        state.offset = frame.begin_scroll("list", region, content_mm);
        for (int i = 0; i < 10; ++i) {
            const Rect row{20, 100 + static_cast<float>(i) * 25 - state.offset, 200, 20};
            const std::string name = "row " + std::to_string(i);
            if (frame.button(name, row, name)) ++state.pressed;
        }
        frame.end_scroll();
        frame.button("below", {20, 210, 60, 20}, "继续");
    };
}

class Scroll : public testing::Test {
  protected:
    void SetUp() override { draw_until_calm(*ui, draw); }

    void drag(Point from, Point to) {
        press_at(*ui, from);
        for (int i = 1; i <= 10; ++i) {
            const float part = static_cast<float>(i) / 10;
            move_to(*ui, {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
        }
        lift_at(*ui, to);
        draw_until_calm(*ui, draw);
    }

    Scrolled state;
    Draw draw = a_long_list(state);
    std::unique_ptr<Ui> ui = a_ui();
};

TEST_F(Scroll, FollowsTheFingerAndPressesNothing) {
    drag({60, 180}, {60, 130});
    EXPECT_NEAR(state.offset, 50, 0.5F);
    EXPECT_EQ(state.pressed, 0);
}

TEST_F(Scroll, EndsAtTheEnds) {
    drag({60, 190}, {60, 10});
    drag({60, 190}, {60, 10});
    EXPECT_FLOAT_EQ(state.offset, content_mm - region.h);
    drag({60, 110}, {60, 400});
    EXPECT_FLOAT_EQ(state.offset, 0);
}

TEST_F(Scroll, AShortDragInsideARowDoesNotPressEither) {
    drag({60, 115}, {60, 108});
    EXPECT_EQ(state.pressed, 0);
}

TEST_F(Scroll, ATapStillPresses) {
    tap(*ui, {60, 110});
    draw_until_calm(*ui, draw);
    EXPECT_EQ(state.pressed, 1);
}

TEST_F(Scroll, WhatIsScrolledAwayIsNeitherPressedNorNamed) {
    // Row 4 lies at 200 mm, just under the region's end.
    tap(*ui, {150, 205});
    draw_until_calm(*ui, draw);
    EXPECT_EQ(state.pressed, 0);
    EXPECT_EQ(ui->tree().find("row 4"), nullptr);
    EXPECT_NE(ui->tree().find("row 3"), nullptr);
    EXPECT_NE(ui->tree().find("继续"), nullptr);
}

using namespace std::chrono_literals;

// A list thrown by a finger, with a clock that goes on.
class Fling : public testing::Test {
  protected:
    void frame(std::chrono::milliseconds later) {
        now += later;
        ui->frame(now, draw);
    }

    void throw_upwards(std::chrono::milliseconds rest = 0ms) {
        frame(16ms);
        press_at(*ui, {60, 190});
        frame(16ms);
        for (int i = 1; i <= 5; ++i) {
            move_to(*ui, {60, 190.0F - 8 * static_cast<float>(i)});
            frame(16ms);
        }
        now += rest;
        lift_at(*ui, {60, 150});
        frame(16ms);
    }

    // Frames as they are asked for. Returns how long there was anything to draw.
    std::chrono::milliseconds run_until_calm() {
        const auto begin = now;
        for (int i = 0; i < 1'000 && ui->next_frame_at(); ++i)
            frame(std::max(1ms, *ui->next_frame_at() - now));
        return now - begin;
    }

    std::chrono::milliseconds now = 100s;
    Scrolled state;
    Draw draw = a_long_list(state);
    std::unique_ptr<Ui> ui = a_ui();
};

TEST_F(Fling, GlidesOnForLessThanASecondThenWantsNoFrame) {
    throw_upwards();
    const float lifted = state.offset;
    EXPECT_NEAR(lifted, 40, 0.5F);
    ASSERT_TRUE(ui->next_frame_at().has_value());
    const auto took = run_until_calm();
    EXPECT_GT(state.offset, lifted + 20);
    EXPECT_LE(took, 1s);
    EXPECT_EQ(ui->next_frame_at(), std::nullopt);
    EXPECT_EQ(state.pressed, 0);
}

TEST_F(Fling, SlowsDownAtAnyNumberOfFrames) {
    throw_upwards();
    frame(100ms);
    const float early = state.offset;
    frame(100ms);
    const float later = state.offset;
    frame(100ms);
    EXPECT_GT(later, early);
    EXPECT_LT(state.offset - later, later - early);
}

TEST_F(Fling, StopsAtATouchThatPressesNothing) {
    throw_upwards();
    frame(50ms);
    tap(*ui, {60, 150});
    frame(16ms);
    const float stopped = state.offset;
    run_until_calm();
    EXPECT_EQ(state.offset, stopped);
    EXPECT_LT(stopped, content_mm - region.h);
    EXPECT_EQ(state.pressed, 0);
    tap(*ui, {60, 150});
    run_until_calm();
    EXPECT_EQ(state.pressed, 1) << "the next tap is one again";
}

TEST_F(Fling, OfAFingerThatRestsBeforeItLiftsIsNone) {
    throw_upwards(500ms);
    EXPECT_EQ(ui->next_frame_at(), std::nullopt);
    EXPECT_NEAR(state.offset, 40, 0.5F);
}

TEST_F(Fling, EndsAtTheEnd) {
    for (int i = 0; i < 6; ++i) {
        throw_upwards();
        run_until_calm();
    }
    EXPECT_FLOAT_EQ(state.offset, content_mm - region.h);
    EXPECT_EQ(ui->next_frame_at(), std::nullopt);
}

TEST_F(Fling, IsOffWithoutMotion) {
    ui = a_ui({.motion = false});
    throw_upwards();
    EXPECT_EQ(ui->next_frame_at(), std::nullopt);
    EXPECT_NEAR(state.offset, 40, 0.5F);
}

TEST_F(Fling, TheKeypadBringsRowsIntoSight) {
    frame(16ms);
    for (int row = 0; row < 7; ++row) {
        ui->focus_next();
        run_until_calm();
        ASSERT_NE(ui->focused(), nullptr) << row;
        EXPECT_EQ(ui->focused()->label, "row " + std::to_string(row));
        EXPECT_NEAR(ui->focused()->rect.h, 20, 0.1F) << row;
    }
}

class Pad : public testing::Test {
  protected:
    static constexpr Rect field{20, 100, 200, 60};

    void SetUp() override { draw_until_calm(*ui, draw); }

    std::vector<std::vector<Point>> strokes;
    Draw draw = [this](Frame& frame) {
        frame.screen("sign");
        const PadTrail trail = frame.pad("pad", field, "签名");
        if (trail.starts) strokes.emplace_back();
        for (const Point& point : trail.points)
            strokes.back().push_back(point);
        for (const auto& stroke : strokes)
            frame.stroke(stroke, frame.theme().ink, 1);
    };
    std::unique_ptr<Ui> ui = a_ui();
};

TEST_F(Pad, GivesEveryMoveInOrder) {
    press_at(*ui, {30, 110});
    for (int i = 1; i <= 100; ++i)
        move_to(*ui, {30.0F + static_cast<float>(i), 120});
    lift_at(*ui, {131, 120});
    press_at(*ui, {50, 130});
    lift_at(*ui, {50, 130});
    draw_until_calm(*ui, draw);
    ASSERT_EQ(strokes.size(), 2U);
    ASSERT_EQ(strokes[0].size(), 102U);
    for (size_t i = 1; i <= 100; ++i) {
        EXPECT_NEAR(strokes[0][i].x, 30.0F + static_cast<float>(i), 0.01F);
    }
}

TEST_F(Pad, HoldsAStrokeThatRunsOverItsEdge) {
    press_at(*ui, {30, 110});
    move_to(*ui, {300, 400});
    move_to(*ui, {40, 120});
    lift_at(*ui, {40, 120});
    draw_until_calm(*ui, draw);
    ASSERT_EQ(strokes.size(), 1U);
    EXPECT_FLOAT_EQ(strokes[0][1].x, field.right());
    EXPECT_FLOAT_EQ(strokes[0][1].y, field.bottom());
    EXPECT_NEAR(strokes[0][2].x, 40, 0.01F);
}

TEST_F(Pad, TakesNothingThatBeganOutside) {
    press_at(*ui, {30, 20});
    move_to(*ui, {30, 120});
    lift_at(*ui, {30, 120});
    draw_until_calm(*ui, draw);
    EXPECT_TRUE(strokes.empty());
}

} // namespace
} // namespace rexue::ui
