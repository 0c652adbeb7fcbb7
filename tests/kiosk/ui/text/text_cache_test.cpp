// The cache of drawn texts stays within its bound, keeps what is on the screen, and forgets.
#include "kiosk/ui/text/text_cache.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/kiosk/ui/a_window.h"

namespace rexue::ui::text {
namespace {

TextSpec a_text(std::string_view utf8) {
    return {.utf8 = utf8, .capital_px = 24};
}

TEST(TextCache, MeasuresAnUnchangedTextOnce) {
    TextCache cache(1'000'000, Textures::none);
    cache.drawn(a_text("继续"));
    cache.end_frame();
    cache.drawn(a_text("继续"));
    EXPECT_EQ(cache.count(), 1U);
    TextSpec bold = a_text("继续");
    bold.weight = Weight::bold;
    cache.drawn(bold);
    EXPECT_EQ(cache.count(), 2U);
}

TEST(TextCache, HoldsItsBoundOverFiveThousandTextsWithoutAWindow) {
    constexpr size_t limit = 64 * 1024;
    TextCache cache(limit, Textures::none);
    for (int i = 0; i < 5'000; ++i) {
        cache.measured(a_text("第 " + std::to_string(i) + " 位"));
        cache.end_frame();
        ASSERT_LE(cache.bytes_used(), limit);
    }
    EXPECT_GT(cache.count(), 20U);
}

TEST(TextCache, HoldsItsBoundOverFiveThousandDrawnTexts) {
    constexpr size_t limit = 2 * 1024 * 1024;
    Screen screen = a_screen({.canvas = {.width_px = 400, .height_px = 200, .width_mm = 100},
                              .text_cache_bytes = limit});
    for (int i = 0; i < 5'000; i += 5) {
        screen.ui->frame(std::chrono::milliseconds(i), [&](Frame& frame) {
            frame.screen("many");
            for (int k = 0; k < 5; ++k) {
                frame.text({2, 10.0F * static_cast<float>(k), 96, 10},
                           "第 " + std::to_string(i + k) + " 位");
            }
        });
        ASSERT_LE(text_cache_bytes_used(*screen.ui), limit);
    }
    EXPECT_GT(text_cache_bytes_used(*screen.ui), limit / 2);
}

TEST(TextCache, KeepsWhatTheFrameUsesUntilItIsDrawn) {
    TextCache cache(1'000, Textures::none);
    const CachedText& first = cache.drawn(a_text("甲"));
    const int width = first.extent.width_px;
    for (int i = 0; i < 100; ++i)
        cache.drawn(a_text("第 " + std::to_string(i) + " 位"));
    EXPECT_EQ(first.extent.width_px, width); // AddressSanitizer watches
    EXPECT_EQ(cache.count(), 101U);
    cache.end_frame();
    EXPECT_LE(cache.bytes_used(), 1'000U);
}

TEST(TextCache, GivesUpTheLongestUnused) {
    TextCache cache(1'000, Textures::none);
    const TextSpec kept = a_text("一直在屏幕上");
    for (int i = 0; i < 50; ++i) {
        cache.drawn(a_text("第 " + std::to_string(i) + " 位"));
        cache.drawn(kept);
        cache.end_frame();
    }
    const size_t count = cache.count();
    cache.drawn(kept);
    EXPECT_EQ(cache.count(), count);
}

TEST(TextCache, ForgetsEverything) {
    TextCache cache(1'000'000, Textures::none);
    cache.drawn(a_text("示例甲"));
    cache.clear();
    EXPECT_EQ(cache.bytes_used(), 0U);
    EXPECT_EQ(cache.count(), 0U);
}

} // namespace
} // namespace rexue::ui::text
