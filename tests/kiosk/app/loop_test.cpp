// How often the loop composes and shows a picture, and what it sleeps until.
#include "kiosk/app/loop.h"

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "platform/time/clock.h"

namespace rexue::app {
namespace {

using window::PointerInput;

constexpr ui::Rect button{20, 20, 100, 30};

PointerInput at_button(PointerInput::Kind kind) {
    const float scale = ui::Canvas{}.px_per_mm();
    return {.kind = kind, .x_px = button.centre_x() * scale, .y_px = button.centre_y() * scale};
}

// Counts what is shown; hands out what the test puts in.
class ScriptedWindow final : public window::Window {
  public:
    int width_px() const override { return 1080; }
    int height_px() const override { return 1920; }
    bool should_close() const override { return closed; }
    void wait(std::optional<time::Moment>) override {
        if (on_wait) on_wait();
    }
    void wake() override {}
    std::vector<window::Input> take_input() override { return std::exchange(inputs_, {}); }
    void swap() override { ++pictures; }
    base::Result<image::Picture> read_pixels() override {
        return base::fail(base::ErrorCode::unavailable, "nothing is drawn");
    }

    void feed(PointerInput::Kind kind) {
        inputs_.push_back({.pointer = at_button(kind), .key = {}});
    }

    void feed(window::Key key) { inputs_.push_back({.pointer = {}, .key = {{.key = key}}}); }

    std::function<void()> on_wait;
    int pictures = 0;
    bool closed = false;

  private:
    std::vector<window::Input> inputs_;
};

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

    ScriptedWindow window_;
    std::unique_ptr<ui::Ui> ui_;
    OneButton surface_;
    time::SimulatedClock clock_{base::Instant(std::chrono::hours(24))};
};

TEST_F(Loop, DrawsNothingWhileNothingHappens) {
    EXPECT_EQ(turn(parts()), 0);
    EXPECT_EQ(window_.pictures, 0);
}

TEST_F(Loop, AHeldPressIsSeen) {
    window_.feed(PointerInput::Kind::down);
    turn(parts());
    EXPECT_EQ(window_.pictures, 1);
    EXPECT_EQ(surface_.presses, 0);
}

TEST_F(Loop, AShortTapIsAnsweredByTheFirstPicture) {
    window_.feed(PointerInput::Kind::down);
    window_.on_wait = [&] {
        window_.on_wait = nullptr;
        window_.feed(PointerInput::Kind::up);
    };
    turn(parts());
    EXPECT_EQ(surface_.presses, 1);
    EXPECT_EQ(window_.pictures, 1);
}

TEST_F(Loop, WhatAWakeWasForIsSeenEvenIfTheLookForInputTakesTheWake) {
    window_.feed(PointerInput::Kind::down);
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
        window_.feed(PointerInput::Kind::down);
        window_.feed(PointerInput::Kind::up);
    }
    while (turn(parts()) > 0) {
    }
    EXPECT_EQ(surface_.presses, 10);
}

TEST_F(Loop, AScreenThatNeverRestsIsStillShown) {
    window_.feed(PointerInput::Kind::down);
    window_.on_wait = [&] { surface_.changed = true; };
    surface_.never_rests = true;
    EXPECT_LE(turn(parts()), 40);
    EXPECT_EQ(window_.pictures, 1);
}

} // namespace
} // namespace rexue::app
