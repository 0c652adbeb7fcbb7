// A slip is black and white, as wide as the paper, cut below its last ink, and its code is read.
#include "kiosk/ui/paper.h"

#include <algorithm>

#include <ReadBarcode.h>
#include <gtest/gtest.h>

namespace rexue::ui {
namespace {

bool has_ink(const image::GreyImage& slip, int from_row, int to_row) {
    for (int row = from_row; row < std::min(to_row, slip.height_px); ++row) {
        for (int x = 0; x < slip.width_px; ++x) {
            if (slip.luminance[static_cast<size_t>(row * slip.width_px + x)] == 0) return true;
        }
    }
    return false;
}

TEST(Paper, IsBlackAndWhiteAndAsWideAsThePaper) {
    Paper paper(72);
    float y = paper.text(2, "爱心献血屋", 4, Weight::bold, Align::centre);
    y = paper.rule(y + 1);
    y = paper.text(y, "A012", 20, Weight::bold, Align::centre);
    const auto slip = paper.finish();
    EXPECT_EQ(slip.width_px, 72 * 8);
    ASSERT_EQ(slip.luminance.size(), static_cast<size_t>(slip.width_px * slip.height_px));
    EXPECT_TRUE(std::ranges::all_of(slip.luminance, [](auto v) { return v == 0 || v == 255; }));
    EXPECT_TRUE(has_ink(slip, 0, 8 * 12));
}

TEST(Paper, TextGoesDownThePage) {
    Paper paper(58);
    const float one = paper.text(0, "一", 4, Weight::regular, Align::left);
    const float two = paper.text(one, "请到左侧休息区就座，叫到号后去 1 号体检窗口，谢谢您", 4,
                                 Weight::regular, Align::left);
    EXPECT_GT(one, 4);
    EXPECT_GT(two - one, one * 1.9F) << "it wraps at the paper's width";
    EXPECT_FLOAT_EQ(paper.space(two, 3), two + 3);
}

TEST(Paper, IsCutBelowTheLowestInk) {
    Paper paper(58);
    paper.rule(50);
    const auto slip = paper.finish();
    EXPECT_GT(slip.height_px, 50 * 8);
    EXPECT_LT(slip.height_px, 56 * 8);
    Paper empty(58);
    EXPECT_LT(empty.finish().height_px, 10 * 8);
}

TEST(Paper, EndsAtItsGreatestLength) {
    Paper paper(58);
    float y = 0;
    for (int i = 0; i < 200; ++i)
        y = paper.text(y, "很长的小票", 6, Weight::regular, Align::left);
    paper.rule(390);
    const auto slip = paper.finish();
    EXPECT_LE(slip.height_px, 400 * 8);
    EXPECT_TRUE(has_ink(slip, 390 * 8, 391 * 8));
}

TEST(Paper, CarriesACodeThatIsRead) {
    Paper paper(72);
    const float below = paper.qr(5, "https://queue.example/t/A012", 40);
    EXPECT_GT(below, 35);
    EXPECT_LE(below, 45.1F);
    const auto slip = paper.finish();
    const auto read = ZXing::ReadBarcode(
        {slip.luminance.data(), slip.width_px, slip.height_px, ZXing::ImageFormat::Lum});
    ASSERT_TRUE(read.isValid());
    EXPECT_EQ(std::string(read.bytes().begin(), read.bytes().end()),
              "https://queue.example/t/A012");
}

TEST(Paper, GoesOnWithoutACodeThatIsTooLong) {
    Paper paper(72);
    EXPECT_FLOAT_EQ(paper.qr(5, std::string(5'000, 'x'), 40), 5);
}

TEST(Paper, PrintsRareCharactersAndSpellsOutUnknownOnes) {
    Paper rare(72);
    rare.text(0, "𬮿", 8, Weight::regular, Align::left);
    EXPECT_TRUE(has_ink(rare.finish(), 0, 20 * 8));
    Paper unknown(72);
    unknown.text(0, "\U0002EBF1", 4, Weight::regular, Align::left);
    EXPECT_TRUE(has_ink(unknown.finish(), 0, 20 * 8));
}

} // namespace
} // namespace rexue::ui
