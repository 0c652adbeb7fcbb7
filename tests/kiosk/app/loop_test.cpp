// How often the loop composes and shows a picture, and what it sleeps until.
#include "kiosk/app/loop.h"

#include <memory>
#include <utility>

#include <gtest/gtest.h>

#include "platform/time/clock.h"
#include "tests/support/scripted_window.h"

namespace rexue::app {
namespace {

using window::PointerInput;

constexpr ui::Rect button{20, 20, 100, 30};

class OneButton final : public Surface {
  public:
    bool pump(const flow::Now&) override { return std::exchange(changed, false) || never_rests; }
    void draw(ui::Frame& frame, const flow::Now&) override {
        frame.screen("one button");
        if (frame.button("go", button, "Go")) {
            ++presses;
            changed = true;
        }
    }
    void touched() override {}
    bool take_key(const window::KeyInput& key) override {
        const bool is_own = key.key == window::Key::space;
        own_keys += is_own ? 1 : 0;
        return is_own;
    }
    std::optional<std::chrono::milliseconds> next_deadline() const override { return {}; }

    int presses = 0;
    int own_keys = 0;
    bool changed = false;
    bool never_rests = false;
};

class Loop : public testing::Test {
  protected:
    void SetUp() override {
        auto made = ui::Ui::create({.rendering = ui::Rendering::none, .motion = false});
        ASSERT_TRUE(made.has_value());
        ui_ = std::move(*made);
        while (turn(parts()) > 0) {
        }
        window_.pictures = 0;
    }

    LoopParts parts() {
        return {.window = window_, .ui = *ui_, .surface = surface_, .clock = clock_};
    }

    void feed(PointerInput::Kind kind) {
        const float scale = ui::Canvas{}.px_per_mm();
        window_.feed(kind, button.centre_x() * scale, button.centre_y() * scale);
    }

    support::ScriptedWindow window_;
    std::unique_ptr<ui::Ui> ui_;
    OneButton surface_;
    time::SimulatedClock clock_{base::Instant(std::chrono::hours(24))};
};

TEST_F(Loop, DrawsNothingWhileNothingHappens) {
    EXPECT_EQ(turn(parts()), 0);
    EXPECT_EQ(window_.pictures, 0);
}

TEST_F(Loop, AHeldPressIsSeen) {
    feed(PointerInput::Kind::down);
    turn(parts());
    EXPECT_EQ(window_.pictures, 1);
    EXPECT_EQ(surface_.presses, 0);
}

TEST_F(Loop, AShortTapIsAnsweredByTheFirstPictureThoughAWakeForNothingComesBetween) {
    feed(PointerInput::Kind::down);
    int waits = 0;
    window_.on_wait = [&] {
        if (++waits == 3) feed(PointerInput::Kind::up);
    };
    turn(parts());
    EXPECT_EQ(surface_.presses, 1);
    EXPECT_EQ(window_.pictures, 1);
}

TEST_F(Loop, AFingerThatStaysIsNotWaitedForLonger) {
    feed(PointerInput::Kind::down);
    window_.on_wait = [&] { clock_.advance(std::chrono::milliseconds(1)); };
    turn(parts());
    EXPECT_EQ(clock_.steady().time_since_epoch(), std::chrono::milliseconds(2));
    EXPECT_EQ(window_.pictures, 1);
}

TEST_F(Loop, WhatAWakeWasForIsSeenEvenIfTheLookForInputTakesTheWake) {
    feed(PointerInput::Kind::down);
    window_.on_wait = [&] {
        window_.on_wait = nullptr;
        surface_.changed = true; // a thread has posted something, and its wake is gone
    };
    EXPECT_EQ(turn(parts()), 2);
    EXPECT_FALSE(surface_.changed);
}

TEST_F(Loop, AWindowThatIsClosedWhileItIsDrawnEndsTheLoop) {
    EndingSignals ending;
    window_.on_wait = [&] { window_.closed = true; };
    surface_.changed = true;
    run_loop(parts(), ending);
    SUCCEED();
}

TEST_F(Loop, AKeyIsTheSurfacesUntilSomethingHasTheFocus) {
    window_.feed(window::Key::space);
    turn(parts());
    EXPECT_EQ(surface_.own_keys, 1);
    EXPECT_EQ(surface_.presses, 0);
    window_.feed(window::Key::tab); // means nothing to the surface: the focus moves
    turn(parts());
    window_.feed(window::Key::space);
    while (turn(parts()) > 0) {
    }
    EXPECT_EQ(surface_.own_keys, 1);
    EXPECT_EQ(surface_.presses, 1);
}

TEST_F(Loop, TenTapsThatCameTogetherAreTenPresses) {
    for (int tap = 0; tap < 10; ++tap) {
        feed(PointerInput::Kind::down);
        feed(PointerInput::Kind::up);
    }
    while (turn(parts()) > 0) {
    }
    EXPECT_EQ(surface_.presses, 10);
}

TEST_F(Loop, AScreenThatNeverRestsIsStillShown) {
    feed(PointerInput::Kind::down);
    window_.on_wait = [&] { surface_.changed = true; };
    surface_.never_rests = true;
    EXPECT_LE(turn(parts()), 40);
    EXPECT_EQ(window_.pictures, 1);
}

} // namespace
} // namespace rexue::app
