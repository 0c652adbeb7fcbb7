// The colours of words are found in a picture whatever else lies around them.
#include "tests/screenshots/drawn_colours.h"

#include <gtest/gtest.h>

namespace rexue::screenshots {
namespace {

using ui::Colour;

constexpr Colour page{250, 245, 240};
constexpr Colour card{255, 255, 255};
constexpr Colour ink{40, 30, 20};
constexpr Colour line{0, 0, 0};

// A pixel is a fifth of a millimetre: capitals of 5 mm are 25 pixels high.
constexpr ui::Canvas canvas{.width_px = 500, .height_px = 250, .width_mm = 100};

class DrawnColoursTest : public testing::Test {
  protected:
    DrawnColoursTest() {
        picture_.rgba.assign(size_t{4} * 500 * 250, 255);
        fill({0, 0, 100, 50}, page);
    }

    void fill(const ui::Rect& mm, Colour colour) {
        for (int y = int(mm.y * 5); y < int(mm.bottom() * 5); ++y) {
            for (int x = int(mm.x * 5); x < int(mm.right() * 5); ++x)
                set(x, y, colour);
        }
    }
    void set(int x, int y, Colour colour) {
        std::uint8_t* const at = &picture_.rgba[size_t(4 * (y * 500 + x))];
        at[0] = colour.r;
        at[1] = colour.g;
        at[2] = colour.b;
    }
    // A stem of two pixels of full colour and a paler one at each side, as letters have.
    void stem(int x, int y0, int y1, Colour core, Colour edge) {
        for (int y = y0; y < y1; ++y) {
            set(x, y, edge);
            set(x + 1, y, core);
            set(x + 2, y, core);
            set(x + 3, y, edge);
        }
    }

    std::optional<DrawnColours> look_at(const ui::Node& node) const {
        return drawn_colours(picture_, canvas, node, nodes_);
    }

    image::Picture picture_{.width_px = 500, .height_px = 250, .rgba = {}};
    std::vector<ui::Node> nodes_;
};

const ui::Node a_text{
    .role = ui::Role::text, .label = "I", .value = {}, .rect = {20, 20, 20, 5}, .capital_mm = 5};
const ui::Node a_button{
    .role = ui::Role::button, .label = "I", .value = {}, .rect = {10, 10, 60, 20}, .capital_mm = 5};

TEST_F(DrawnColoursTest, InkAndGroundOfAText) {
    stem(150, 100, 125, ink, {145, 137, 130});
    const auto found = look_at(a_text);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->ink, ink);
    EXPECT_EQ(found->ground, page);
}

TEST_F(DrawnColoursTest, WordsThatNeverReachTheirColourAreAsPaleAsTheyLook) {
    constexpr Colour pale{145, 137, 130};
    stem(150, 100, 125, pale, {200, 195, 190});
    set(151, 110, ink); // a dot is no letter
    const auto found = look_at(a_text);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->ink, pale);
}

TEST_F(DrawnColoursTest, AnEmptyPlaceHasNoInk) {
    EXPECT_FALSE(look_at(a_text));
    stem(150, 100, 125, {250, 246, 241}, page);
    EXPECT_FALSE(look_at(a_text)) << "a difference that nobody sees";
}

TEST_F(DrawnColoursTest, AButtonsBorderAndThePageAtItsCornersAreNotItsWords) {
    fill(a_button.rect, line);
    fill(a_button.rect.inset(0.6F), card);
    fill({10, 10, 2, 2}, page);
    EXPECT_FALSE(look_at(a_button));
    constexpr Colour pale{180, 180, 180};
    stem(150, 80, 105, pale, {220, 220, 220});
    const auto found = look_at(a_button);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->ink, pale);
    EXPECT_EQ(found->ground, card);
}

TEST_F(DrawnColoursTest, OtherWordsOnAButtonAreNotItsOwn) {
    fill(a_button.rect, card);
    constexpr Colour pale{180, 180, 180};
    stem(120, 80, 105, pale, {220, 220, 220});
    stem(151, 115, 140, ink, {145, 137, 130});
    nodes_ = {a_button,
              {.role = ui::Role::text,
               .label = "detail",
               .value = {},
               .rect = {29, 23, 10, 5},
               .capital_mm = 4.8F}};
    const auto found = look_at(nodes_[0]);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->ink, pale);
}

TEST_F(DrawnColoursTest, BoldWordsOnATightPlaceMayCoverMostOfIt) {
    fill({20, 20, 12, 5}, ink);
    const auto found = look_at(a_text);
    ASSERT_TRUE(found);
    EXPECT_EQ(ui::contrast(found->ink, found->ground), ui::contrast(ink, page));
}

} // namespace
} // namespace rexue::screenshots
