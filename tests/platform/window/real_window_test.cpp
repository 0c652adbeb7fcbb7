// Without a display the real window says so as a value; the program goes on and can report it.
#include <cstdlib>

#include <gtest/gtest.h>

#include "platform/window/window.h"

namespace rexue::window {
namespace {

TEST(RealWindow, IsUnavailableWithoutADisplay) {
    unsetenv("DISPLAY");
    const auto window = make_window({});
    ASSERT_FALSE(window);
    EXPECT_EQ(window.error().code, base::ErrorCode::unavailable);
    EXPECT_FALSE(window.error().detail.empty());
}

} // namespace
} // namespace rexue::window
