// What a choice of the look does to sizes and colours; the least sizes are those of screens.md for
// a terminal at 600 mm.
#include "kiosk/ui/look.h"

#include <gtest/gtest.h>

namespace rexue::ui {
namespace {

constexpr float terminal_mm = 600;
constexpr TextStep steps[] = {TextStep::standard, TextStep::large, TextStep::larger,
                              TextStep::largest};

TEST(Look, EveryStepOfNormalModeHoldsTheLeastSizes) {
    for (const TextStep step : steps) {
        const Metrics metrics = metrics_of({.text = step}, terminal_mm);
        EXPECT_GE(metrics.body_mm, 5.5F);
        EXPECT_GE(metrics.small_mm, 4.8F);
        EXPECT_GE(metrics.main_button_mm, 20.0F);
        EXPECT_GE(metrics.target_mm, 15.0F);
        EXPECT_GE(metrics.gap_mm, 2.0F);
    }
}

TEST(Look, EveryStepOfCareModeHoldsTheLeastSizes) {
    for (const TextStep step : steps) {
        const Metrics metrics = metrics_of({.mode = Mode::care, .text = step}, terminal_mm);
        EXPECT_GE(metrics.body_mm, 7.3F);
        EXPECT_GE(metrics.small_mm, 5.5F);
        EXPECT_GE(metrics.main_button_mm, 25.0F);
        EXPECT_GE(metrics.target_mm, 20.0F);
        EXPECT_GE(metrics.gap_mm, 4.0F);
    }
}

TEST(Look, EachStepIsLargerThanTheOneBefore) {
    for (const Mode mode : {Mode::normal, Mode::care}) {
        float before = 0;
        for (const TextStep step : steps) {
            const float body = metrics_of({.mode = mode, .text = step}, terminal_mm).body_mm;
            EXPECT_GT(body, before);
            before = body;
        }
    }
}

TEST(Look, TheCitysThemeIsThatOfNormalContrastOnly) {
    Theme city;
    city.name = "a city";
    EXPECT_EQ(theme_of({}, city).name, "a city");
    EXPECT_EQ(theme_of({.contrast = Contrast::white_on_black}, city).name, "white-on-black");
    EXPECT_EQ(theme_of({.contrast = Contrast::black_on_white}, city).name, "black-on-white");
}

} // namespace
} // namespace rexue::ui
