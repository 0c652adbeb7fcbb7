// A city's theme: read with its words and pictures, and never too pale to be read.
#include "kiosk/app/city_theme.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/test_folder.h"

namespace rexue::app {
namespace {

class CityTheme : public testing::Test {
  protected:
    base::Result<ui::Theme> read(const std::string& text) {
        const auto file = folder_.path() / "theme.json";
        std::ofstream(file) << text;
        return read_city_theme(file);
    }
    static std::string with_accent(const std::string& accent) {
        return R"({"name":"a city","accent":")" + accent +
               R"(","logo":"l","attract_picture":"p","slogan":"s"})";
    }

    support::TestFolder folder_;
};

TEST_F(CityTheme, BringsItsWordsAndPictures) {
    const auto theme = read(with_accent("#0B4F7A"));
    ASSERT_TRUE(theme.has_value()) << theme.error().detail;
    EXPECT_EQ(theme->name, "a city");
    EXPECT_EQ(theme->slogan, "s");
    EXPECT_EQ(theme->logo, "l");
    EXPECT_EQ(theme->attract_picture, "p");
    EXPECT_EQ(theme->action, (ui::Colour{0x0B, 0x4F, 0x7A}));
}

TEST_F(CityTheme, AnyAccentIsDarkenedUntilItCanBeRead) {
    for (const char* accent : {"#FFFF00", "#FFFFFF", "#3399FF", "#00CC66", "#FF7A00", "#9A1B24"}) {
        const auto theme = read(with_accent(accent));
        ASSERT_TRUE(theme.has_value());
        for (const ui::Colour ground : {theme->page, theme->card, theme->action_tint}) {
            EXPECT_GE(ui::contrast(theme->action, ground), 7.0F) << accent;
        }
        EXPECT_GE(ui::contrast(theme->on_action, theme->action), 7.0F) << accent;
        EXPECT_GE(ui::contrast(theme->on_action, theme->action_pressed), 7.0F) << accent;
        EXPECT_GE(ui::contrast(theme->on_invitation, theme->invitation), 7.0F) << accent;
    }
}

TEST_F(CityTheme, AWrongFileHasAName) {
    EXPECT_EQ(read_city_theme(folder_.path() / "nowhere.json").error().code,
              base::ErrorCode::not_found);
    EXPECT_EQ(read("{").error().code, base::ErrorCode::corrupt);
    EXPECT_EQ(read("{}").error().code, base::ErrorCode::corrupt);
    EXPECT_EQ(read(with_accent("crimson")).error().code, base::ErrorCode::invalid_argument);
    EXPECT_EQ(read(with_accent("#12345G")).error().code, base::ErrorCode::invalid_argument);
    EXPECT_EQ(read(std::string(20'000, ' ')).error().code, base::ErrorCode::limit_exceeded);
}

TEST(Themes, AllThatWeBringAreSound) {
    for (const auto& entry :
         std::filesystem::directory_iterator(REXUE_SOURCE_DIR "/assets/themes")) {
        const auto theme = read_city_theme(entry.path());
        ASSERT_TRUE(theme.has_value()) << entry.path();
        EXPECT_EQ(theme->name, entry.path().stem());
        for (const std::string& picture : {theme->logo, theme->attract_picture}) {
            EXPECT_TRUE(
                std::filesystem::exists(REXUE_SOURCE_DIR "/assets/images/" + picture + ".svg"))
                << picture;
        }
    }
}

} // namespace
} // namespace rexue::app
