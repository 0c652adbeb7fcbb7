// Every ink on every ground it is meant for can be read, in all themes; sizes follow the distance.
#include "kiosk/ui/theme.h"

#include <vector>

#include <gtest/gtest.h>

namespace rexue::ui {
namespace {

struct Pair {
    Ink ink;
    Ground ground;
};

// What screens may write where. A pair that is not here is not meant to be used.
const std::vector<Pair> pairs_in_use = {
    {Ink::primary, Ground::page},        {Ink::primary, Ground::card},
    {Ink::primary, Ground::action_tint}, {Ink::primary, Ground::honour},
    {Ink::primary, Ground::done},        {Ink::primary, Ground::attention},
    {Ink::secondary, Ground::page},      {Ink::secondary, Ground::card},
    {Ink::secondary, Ground::honour},    {Ink::secondary, Ground::action_tint},
    {Ink::action, Ground::page},         {Ink::action, Ground::card},
    {Ink::on_action, Ground::action},    {Ink::on_action, Ground::action_pressed},
    {Ink::honour, Ground::card},         {Ink::done, Ground::card},
    {Ink::done, Ground::page},           {Ink::attention, Ground::card},
    {Ink::on_dark, Ground::dark},        {Ink::action, Ground::action_tint},
    {Ink::honour, Ground::honour},       {Ink::done, Ground::done},
    {Ink::attention, Ground::attention}, {Ink::secondary, Ground::done},
    {Ink::secondary, Ground::attention}, {Ink::on_invitation, Ground::invitation},
};

float contrast_of(const Theme& theme, const Pair& pair) {
    return contrast(theme.of(pair.ink), theme.of(pair.ground));
}

TEST(Contrast, IsThatOfWcag) {
    EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21.0F, 0.01F);
    EXPECT_NEAR(contrast({255, 255, 255}, {0, 0, 0}), 21.0F, 0.01F);
    EXPECT_NEAR(contrast({0x77, 0x77, 0x77}, {255, 255, 255}), 4.48F, 0.01F);
    EXPECT_NEAR(contrast({9, 9, 9}, {9, 9, 9}), 1.0F, 0.001F);
}

TEST(Contrast, OfTheNormalThemeIsAtLeastSeven) {
    const Theme theme;
    for (const Pair& pair : pairs_in_use) {
        EXPECT_GE(contrast_of(theme, pair), 7.0F)
            << static_cast<int>(pair.ink) << " on " << static_cast<int>(pair.ground);
    }
}

TEST(Contrast, OfTheHighContrastThemesIsAtLeastFifteen) {
    for (const Theme& theme : {Theme::black_on_white(), Theme::white_on_black()}) {
        for (const Pair& pair : pairs_in_use) {
            EXPECT_GE(contrast_of(theme, pair), 15.0F)
                << theme.name << ": " << static_cast<int>(pair.ink) << " on "
                << static_cast<int>(pair.ground);
        }
    }
}

TEST(Metrics, MeetTheSizesOfATerminal) {
    const Metrics normal = Metrics::for_terminal(600);
    EXPECT_GE(normal.body_mm, 5.5F);
    EXPECT_GE(normal.small_mm, 4.8F);
    EXPECT_GE(normal.main_button_mm, 20.0F);
    EXPECT_GE(normal.target_mm, 15.0F);
    EXPECT_GE(normal.gap_mm, 2.0F);
    const Metrics care = Metrics::for_care(600);
    EXPECT_GE(care.body_mm, 7.3F);
    EXPECT_GE(care.small_mm, 5.5F);
    EXPECT_GE(care.main_button_mm, 25.0F);
    EXPECT_GE(care.target_mm, 20.0F);
    EXPECT_GE(care.gap_mm, 4.0F);
}

TEST(Metrics, TextFollowsTheDistanceAndFingersDoNot) {
    const Metrics near = Metrics::for_terminal(300);
    EXPECT_FLOAT_EQ(near.body_mm, Metrics{}.body_mm / 2);
    EXPECT_FLOAT_EQ(near.target_mm, Metrics{}.target_mm);
    const Metrics far = Metrics::for_terminal(1200);
    EXPECT_FLOAT_EQ(far.body_mm, Metrics{}.body_mm * 2);
    EXPECT_FLOAT_EQ(far.target_mm, Metrics{}.target_mm * 2);
}

} // namespace
} // namespace rexue::ui
