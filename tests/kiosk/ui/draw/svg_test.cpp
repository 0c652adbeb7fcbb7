// A picture in a box that does not have its shape: only what is seen of it becomes a texture, and
// it lies where it would lie.
#include "kiosk/ui/draw/svg.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/kiosk/ui/a_window.h"
#include "tests/support/test_folder.h"

namespace rexue::ui::draw {
namespace {

class SvgTest : public testing::Test {
  protected:
    std::filesystem::path file(const char* content) const {
        const auto path = folder_.path() / "picture.svg";
        std::ofstream(path) << content;
        return path;
    }

    support::TestFolder folder_;
    Screen screen_ = a_screen({.canvas = {.width_px = 64, .height_px = 64}}); // for its OpenGL
};

constexpr const char* a_square = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
<rect x="2" y="4" width="5" height="3" fill="#9A1B24"/></svg>)";

TEST_F(SvgTest, ColourLeavesOutTheMarginsInWhichNothingIsDrawn) {
    // Ten by ten in a wide box: a hundred pixels high, in the middle of three hundred.
    const auto drawn = render_svg_colour(file(a_square), 300, 100);
    ASSERT_TRUE(drawn);
    EXPECT_EQ(drawn->texture.width_px(), 50);
    EXPECT_EQ(drawn->texture.height_px(), 30);
    EXPECT_EQ(drawn->x_px, 100 + 20);
    EXPECT_EQ(drawn->y_px, 40);
}

TEST_F(SvgTest, CoverageHasTheSizeOfItsBox) {
    const auto drawn = render_svg_coverage(file(a_square), 300, 100);
    ASSERT_TRUE(drawn);
    EXPECT_EQ(drawn->texture.width_px(), 300);
    EXPECT_EQ(drawn->texture.height_px(), 100);
    EXPECT_EQ(drawn->x_px, 0);
}

TEST_F(SvgTest, APictureOfNothingIsOnePixel) {
    const auto drawn = render_svg_colour(
        file(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"></svg>)"), 30, 30);
    ASSERT_TRUE(drawn);
    EXPECT_EQ(drawn->texture.width_px(), 1);
    EXPECT_EQ(drawn->texture.height_px(), 1);
}

} // namespace
} // namespace rexue::ui::draw
