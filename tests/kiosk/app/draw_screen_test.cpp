// `rexue-kiosk --screen`: any screen as a picture, without a display, a profile or a server.
#include "kiosk/app/draw_screen.h"

#include <filesystem>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/app/options.h"
#include "tests/screenshots/golden.h"
#include "tests/support/child_process.h"
#include "tests/support/test_folder.h"

namespace rexue::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

const fs::path accepted = REXUE_SOURCE_DIR "/tests/golden/screens";

class DrawScreen : public testing::Test {
  protected:
    // As the command line says it.
    int draw(std::vector<std::string> words) {
        words.insert(words.begin(), {REXUE_BINARY_DIR "/rexue-kiosk"});
        std::vector<char*> argv;
        for (std::string& word : words)
            argv.push_back(word.data());
        const Parsed parsed = parse_options(static_cast<int>(argv.size()), argv.data());
        if (!parsed.drawing) return parsed.exit_code;
        ScreenOrder order = *parsed.drawing;
        order.strings = REXUE_STRINGS_DIR;
        return draw_screen(order, out_, err_);
    }

    bool looks_as_accepted(const char* name) {
        const auto drawn = screenshots::read_golden(folder_.path(), "screen");
        const auto golden = screenshots::read_golden(accepted, name);
        return drawn && golden && drawn->rgba == golden->rgba;
    }

    fs::path picture() const { return folder_.path() / "screen.png"; }

    support::TestFolder folder_;
    std::ostringstream out_;
    std::ostringstream err_;
};

TEST_F(DrawScreen, DrawsADonorsScreenInCareModeAsItWasAccepted) {
    EXPECT_EQ(draw({"--surface", "donor", "--screen", "choose", "--mode", "care", "--out",
                    picture().string()}),
              0);
    EXPECT_TRUE(looks_as_accepted("donor-choose-care"));
    EXPECT_EQ(out_.str() + err_.str(), "");
}

TEST_F(DrawScreen, DrawsEveryWishOfTheLook) {
    EXPECT_EQ(
        draw({"--screen", "identify", "--contrast", "white_on_black", "--out", picture().string()}),
        0);
    EXPECT_TRUE(looks_as_accepted("donor-identify-white-on-black"));
    EXPECT_EQ(draw({"--screen", "identify", "--text", "largest", "--out", picture().string()}), 0);
    EXPECT_TRUE(looks_as_accepted("donor-identify-largest"));
    EXPECT_EQ(draw({"--screen", "identify", "--reach", "low", "--out", picture().string()}), 0);
    EXPECT_TRUE(looks_as_accepted("donor-identify-low"));
}

TEST_F(DrawScreen, DrawsStaffAndBoardInEnglish) {
    EXPECT_EQ(draw({"--surface", "staff", "--screen", "desk", "--language", "en", "--out",
                    picture().string()}),
              0);
    EXPECT_TRUE(looks_as_accepted("staff-desk-en"));
    EXPECT_EQ(draw({"--surface", "board", "--screen", "calls", "--language", "en", "--out",
                    picture().string()}),
              0);
    EXPECT_TRUE(looks_as_accepted("board-calls-en"));
}

TEST_F(DrawScreen, ListsWhatThereIs) {
    EXPECT_EQ(draw({"--surface", "board", "--screen", "list"}), 0);
    EXPECT_THAT(out_.str(), HasSubstr("five-desks\n"));
    EXPECT_THAT(out_.str(), Not(HasSubstr("board-"))) << "as --screen takes it";
    EXPECT_THAT(out_.str(), Not(HasSubstr("five-desks-en"))) << "--language says that";
}

TEST_F(DrawScreen, AWrongNameIsAnsweredWithTheRightOnes) {
    EXPECT_EQ(draw({"--screen", "confrim", "--out", picture().string()}), 1);
    EXPECT_THAT(err_.str(), HasSubstr("the donor surface has no screen \"confrim\"; it has\n"));
    EXPECT_THAT(err_.str(), HasSubstr("\nconfirm\n"));
    EXPECT_FALSE(fs::exists(picture()));
}

TEST_F(DrawScreen, AnUnknownLanguageIsAnError) {
    EXPECT_EQ(draw({"--screen", "attract", "--language", "xx", "--out", picture().string()}), 1);
    EXPECT_FALSE(fs::exists(picture()));
}

TEST_F(DrawScreen, APlaceThatCannotBeWrittenIsAnError) {
    EXPECT_EQ(draw({"--screen", "attract", "--out", (folder_.path() / "no" / "x.png").string()}),
              1);
    EXPECT_THAT(err_.str(), HasSubstr("the picture cannot be written"));
}

TEST_F(DrawScreen, OrdersThatMakeNoSenseAreRefused) {
    EXPECT_NE(draw({"--screen", "attract"}), 0) << "where to?";
    EXPECT_NE(draw({"--screen", "attract", "--mode", "carefree", "--out", "x.png"}), 0);
    EXPECT_NE(draw({"--profile", "x", "--mode", "care"}), 0) << "a running terminal has its own";
    EXPECT_NE(draw({"--surface", "donor"}), 0) << "no profile";
}

TEST(Kiosk, DrawsWithoutADisplay) {
    const support::TestFolder folder;
    const fs::path picture = folder.path() / "attract.png";
    const auto finished = support::run_to_end(
        {"/usr/bin/env", "--unset=DISPLAY", REXUE_BINARY_DIR "/rexue-kiosk", "--surface", "donor",
         "--screen", "attract", "--out", picture.string()});
    ASSERT_TRUE(finished.has_value());
    EXPECT_EQ(finished->exit_code, 0);
    EXPECT_TRUE(fs::exists(picture));
}

} // namespace
} // namespace rexue::app
