// The filters against small pictures whose answer can be counted by hand.
#include "platform/devices/barcode/filters.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rexue::devices {
namespace {

using image::GreyImage;
using Levels = std::vector<std::uint8_t>;

GreyImage row(Levels levels) {
    const int width_px = int(levels.size());
    return {.width_px = width_px, .height_px = 1, .luminance = std::move(levels)};
}

TEST(Filters, inverted_twice_is_the_picture) {
    const GreyImage picture = row({0, 1, 128, 255});
    EXPECT_EQ(inverted(picture).luminance, (Levels{255, 254, 127, 0}));
    EXPECT_EQ(inverted(inverted(picture)).luminance, picture.luminance);
}

TEST(Filters, averaged_is_the_mean_of_what_is_within_reach_also_at_the_edges) {
    EXPECT_EQ(averaged(row({0, 30, 60, 90, 90}), 1).luminance, (Levels{15, 30, 60, 80, 90}));
    EXPECT_EQ(averaged(row({10, 20}), 5).luminance, (Levels{15, 15}));
}

RC_GTEST_PROP(Filters, averaged_equals_the_mean_counted_the_slow_way, ()) {
    const int width = *rc::gen::inRange(1, 12);
    const int height = *rc::gen::inRange(1, 12);
    const int reach = *rc::gen::inRange(1, 5);
    const auto levels =
        *rc::gen::container<Levels>(size_t(width * height), rc::gen::arbitrary<std::uint8_t>());
    const GreyImage out =
        averaged({.width_px = width, .height_px = height, .luminance = levels}, reach);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            int sum = 0;
            int count = 0;
            for (int v = std::max(0, y - reach); v <= std::min(height - 1, y + reach); ++v) {
                for (int u = std::max(0, x - reach); u <= std::min(width - 1, x + reach); ++u) {
                    sum += levels[size_t(v * width + u)];
                    ++count;
                }
            }
            RC_ASSERT(int(out.luminance[size_t(y * width + x)]) == (sum + count / 2) / count);
        }
    }
}

TEST(Filters, despeckled_drops_a_speck_and_keeps_an_edge) {
    EXPECT_EQ(despeckled(row({9, 9, 9, 255, 9, 9, 9})).luminance, Levels(7, 9));
    EXPECT_EQ(despeckled(row({9, 9, 9, 200, 200, 200})).luminance,
              (Levels{9, 9, 9, 200, 200, 200}));
}

RC_GTEST_PROP(Filters, despeckled_takes_the_middle_of_five, ()) {
    const auto levels = *rc::gen::container<Levels>(5, rc::gen::arbitrary<std::uint8_t>());
    Levels sorted = levels;
    std::ranges::sort(sorted);
    RC_ASSERT(despeckled(row(levels)).luminance[2] == sorted[2]);
}

TEST(Filters, sharpened_raises_what_differs_and_stays_within_a_byte) {
    const auto out = sharpened(row({100, 100, 100, 160, 100, 100, 100}), 1, 100).luminance;
    EXPECT_EQ(out[0], 100);
    EXPECT_EQ(out[3], 200);
    EXPECT_EQ(out[2], 80);
    EXPECT_EQ(sharpened(row({0, 255, 0}), 1, 900).luminance, (Levels{0, 255, 0}));
}

TEST(Filters, levelled_spreads_a_faint_pattern_and_leaves_blank_paper_blank) {
    Levels faint;
    Levels blank;
    for (int i = 0; i < 60; ++i) {
        faint.push_back(i % 2 == 0 ? 90 : 110);
        blank.push_back(i % 2 == 0 ? 100 : 101);
    }
    const auto spread = levelled(row(faint), 10).luminance;
    EXPECT_GT(spread[31] - spread[30], 150);
    const auto still = levelled(row(blank), 10).luminance;
    EXPECT_LT(still[31] - still[30], 20);
}

} // namespace
} // namespace rexue::devices
