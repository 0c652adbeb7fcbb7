// The off-screen window draws without a display, hands out what it was fed in order, and wakes.
#include <atomic>
#include <chrono>
#include <thread>

#include <GL/gl.h>
#include <gtest/gtest.h>

#include "platform/window/window.h"

namespace rexue::window {
namespace {

using std::chrono::milliseconds;

time::Moment from_now(milliseconds delay) {
    return std::chrono::time_point_cast<milliseconds>(std::chrono::steady_clock::now()) + delay;
}

std::unique_ptr<OffscreenWindow> a_window(int width_px = 64, int height_px = 32) {
    auto made = make_offscreen_window(width_px, height_px);
    EXPECT_TRUE(made) << made.error().detail;
    return made ? std::move(*made) : nullptr;
}

Input a_press(float x, float y) {
    return {.pointer = PointerInput{PointerInput::Kind::down, x, y}, .key = {}};
}

TEST(OffscreenWindow, GivesAnOpenGl33Context) {
    const auto window = a_window();
    GLint major = 0;
    GLint minor = 0;
    glGetIntegerv(0x821B, &major); // GL_MAJOR_VERSION
    glGetIntegerv(0x821C, &minor);
    EXPECT_GE(major * 10 + minor, 33);
}

TEST(OffscreenWindow, ReadsPixelsFromTheTop) {
    const auto window = a_window();
    glClearColor(1, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    // OpenGL counts rows from below: this is the upper half.
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 16, 64, 16);
    glClearColor(0, 0, 1, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_SCISSOR_TEST);

    const auto picture = window->read_pixels();
    ASSERT_TRUE(picture);
    ASSERT_EQ(picture->rgba.size(), 64U * 32U * 4U);
    const auto pixel = [&](size_t x, size_t y) {
        const size_t at = (y * 64 + x) * 4;
        return std::array{picture->rgba[at], picture->rgba[at + 1], picture->rgba[at + 2],
                          picture->rgba[at + 3]};
    };
    EXPECT_EQ(pixel(5, 0), (std::array<std::uint8_t, 4>{0, 0, 255, 255}));
    EXPECT_EQ(pixel(5, 15), (std::array<std::uint8_t, 4>{0, 0, 255, 255}));
    EXPECT_EQ(pixel(5, 16), (std::array<std::uint8_t, 4>{255, 0, 0, 255}));
}

TEST(OffscreenWindow, HandsOutInputOnceAndInOrder) {
    const auto window = a_window();
    for (int i = 0; i < 20; ++i)
        window->feed(a_press(static_cast<float>(i), 1));
    window->feed({.pointer = {}, .key = KeyInput{.key = Key::enter}});

    const auto inputs = window->take_input();
    ASSERT_EQ(inputs.size(), 21U);
    for (size_t i = 0; i < 20; ++i)
        EXPECT_EQ(inputs[i].pointer->x_px, static_cast<float>(i));
    EXPECT_EQ(inputs[20].key->key, Key::enter);
    EXPECT_TRUE(window->take_input().empty());
}

TEST(OffscreenWindow, WaitsUntilTheDeadline) {
    const auto window = a_window();
    const auto deadline = from_now(milliseconds(30));
    window->wait(deadline);
    EXPECT_GE(std::chrono::steady_clock::now(), deadline);
}

TEST(OffscreenWindow, AWakeBeforeTheWaitIsNotLost) {
    const auto window = a_window();
    window->wake();
    window->wait(std::nullopt); // hangs when the wake is lost
}

TEST(OffscreenWindow, AnotherThreadEndsTheWait) {
    const auto window = a_window();
    std::thread waker([&] { window->wake(); });
    window->wait(std::nullopt);
    waker.join();
    std::thread feeder([&] { window->feed(a_press(1, 2)); });
    window->wait(std::nullopt);
    feeder.join();
    EXPECT_EQ(window->take_input().size(), 1U);
}

TEST(OffscreenWindow, CanBeAskedToClose) {
    const auto window = a_window();
    EXPECT_FALSE(window->should_close());
    window->request_close();
    window->wait(std::nullopt);
    EXPECT_TRUE(window->should_close());
}

TEST(OffscreenWindow, CanBeMadeAgainAfterTheFirstIsGone) {
    for (int i = 0; i < 3; ++i)
        ASSERT_NE(a_window(16, 16), nullptr);
}

TEST(OffscreenWindow, RefusesSizesThatAreNone) {
    EXPECT_FALSE(make_offscreen_window(0, 10));
    EXPECT_FALSE(make_offscreen_window(10, 1'000'000));
}

} // namespace
} // namespace rexue::window
