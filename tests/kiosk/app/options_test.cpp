// What the command line makes of a terminal.
#include "kiosk/app/options.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace rexue::app {
namespace {

class OptionsTest : public testing::Test {
  protected:
    Parsed parse(std::vector<std::string> words) {
        words.insert(words.begin(), "rexue-kiosk");
        std::vector<char*> arguments;
        for (std::string& word : words)
            arguments.push_back(word.data());
        testing::internal::CaptureStderr();
        testing::internal::CaptureStdout();
        Parsed parsed = parse_options(static_cast<int>(arguments.size()), arguments.data());
        errors_ = testing::internal::GetCapturedStderr();
        testing::internal::GetCapturedStdout();
        return parsed;
    }

    std::string errors_;
};

TEST_F(OptionsTest, APanelFollowsFromItsSurface) {
    const auto donor = parse({"--profile", "p"}).options;
    ASSERT_TRUE(donor) << errors_;
    EXPECT_EQ(donor->canvas.width_px, 1080);
    EXPECT_EQ(donor->viewing_distance_mm, 600);
    const auto board = parse({"--surface", "board", "--profile", "p", "--width", "3840"}).options;
    ASSERT_TRUE(board) << errors_;
    EXPECT_EQ(board->canvas.width_px, 3840);
    EXPECT_EQ(board->canvas.height_px, 1080);
}

TEST_F(OptionsTest, DonorsChooseTheirContrastThemselves) {
    const auto staff =
        parse({"--surface", "staff", "--profile", "p", "--contrast", "white_on_black"}).options;
    ASSERT_TRUE(staff) << errors_;
    EXPECT_EQ(staff->contrast, ui::Contrast::white_on_black);
    EXPECT_FALSE(parse({"--profile", "p"}).options->contrast != ui::Contrast::normal);
    EXPECT_TRUE(parse({"--profile", "p"}).options->motion);
    EXPECT_FALSE(parse({"--profile", "p", "--no-motion"}).options->motion);
    EXPECT_FALSE(parse({"--profile", "p", "--contrast", "white_on_black"}).options);
    EXPECT_NE(errors_.find("donors choose it"), std::string::npos) << errors_;
    EXPECT_TRUE(
        parse({"--screen", "choose", "--out", "x.png", "--contrast", "white_on_black"}).drawing)
        << errors_;
}

TEST_F(OptionsTest, SimulatedDevicesGiveWayToARealOne) {
    const auto options =
        parse({"--profile", "p", "--simulated", "d", "--id-reader", "/dev/ttyX"}).options;
    ASSERT_TRUE(options) << errors_;
    EXPECT_EQ(options->devices.id_reader.kind, devices::IdReaderKind::serial);
    EXPECT_EQ(options->devices.camera.kind, devices::CameraKind::simulated);
}

struct WrongWords {
    std::vector<std::string> words;
    const char* what;
};

TEST_F(OptionsTest, SaysWhatIsWrong) {
    for (const auto& [words, what] :
         {WrongWords{{"--surface", "roof", "--profile", "p"}, "there is no surface \"roof\""},
          WrongWords{{"--surface", "staff"}, "--profile is wanted"},
          WrongWords{{"--screen", "choose"}, "--out FILE.png"},
          WrongWords{{"--profile", "p", "--width", "10"}, "--width"},
          WrongWords{{"--mode", "care", "--profile", "p"}, "--mode requires --screen"},
          WrongWords{{"--surface", "staff", "--screen", "desk", "--out", "x", "--mode", "care"},
                     "--mode and --reach are for donor screens"},
          WrongWords{{"--surface", "board", "--screen", "calls", "--out", "x", "--reach", "low"},
                     "--mode and --reach are for donor screens"},
          WrongWords{{"--profile", "p", "--contrast", "pink"}, "--contrast"}}) {
        const Parsed parsed = parse(words);
        EXPECT_FALSE(parsed.options) << what;
        EXPECT_FALSE(parsed.drawing) << what;
        EXPECT_NE(parsed.exit_code, 0) << what;
        EXPECT_NE(errors_.find(what), std::string::npos) << errors_;
    }
}

} // namespace
} // namespace rexue::app
