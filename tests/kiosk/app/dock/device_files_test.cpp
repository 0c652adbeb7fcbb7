// What the dock writes is what simulated devices read, and what they read from others it shows.
#include "kiosk/app/dock/device_files.h"

#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/app/dock/offset_clock.h"
#include "kiosk/rules/identity/card_record.h"
#include "platform/devices/id_reader/simulated/simulator_folder.h"
#include "tests/support/test_folder.h"

namespace rexue::app {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class DeviceFilesTest : public testing::Test {
  protected:
    void type(const fs::path& file, const std::string& text) const {
        fs::create_directories((folder_.path() / file).parent_path());
        std::ofstream(folder_.path() / file) << text;
    }
    std::string read(const fs::path& file) const {
        std::ifstream from(folder_.path() / file);
        return {std::istreambuf_iterator<char>(from), {}};
    }

    support::TestFolder folder_;
    DeviceFiles files_{folder_.path(), REXUE_SOURCE_DIR "/assets/sample"};
};

TEST_F(DeviceFilesTest, MakesNothingBeforeTheFirstChange) {
    EXPECT_EQ(files_.state(), DeviceState{});
    EXPECT_TRUE(fs::is_empty(folder_.path()));
}

TEST_F(DeviceFilesTest, LaysEverySampleCardAsTheReaderReadsIt) {
    ASSERT_THAT(files_.cards(), testing::Contains("rare-name"));
    for (const std::string& card : files_.cards()) {
        ASSERT_TRUE(files_.lay_card(card)) << card;
        EXPECT_TRUE(files_.state().card_lies);
        const auto lying = devices::SimulatorFolder(folder_.path() / "id_reader").card();
        ASSERT_TRUE(lying) << card;
        EXPECT_TRUE(identity::parse_card_record(lying->bytes)) << card;
    }
    ASSERT_TRUE(files_.lift_card());
    EXPECT_FALSE(files_.state().card_lies);
    EXPECT_TRUE(files_.lift_card()) << "lifted twice";
    EXPECT_FALSE(files_.lay_card("nobody"));
}

TEST_F(DeviceFilesTest, ShowsACodeAndTakesItAway) {
    ASSERT_TRUE(files_.show_code());
    EXPECT_TRUE(files_.state().code_is_shown);
    EXPECT_TRUE(fs::exists(folder_.path() / "camera" / "honour_card.png"));
    ASSERT_TRUE(files_.hide_code());
    EXPECT_FALSE(files_.state().code_is_shown);
}

TEST_F(DeviceFilesTest, WritesTheWordsOfReaderAndPrinter) {
    ASSERT_TRUE(files_.set_reader_fault("unplugged"));
    EXPECT_EQ(devices::SimulatorFolder(folder_.path() / "id_reader").fault().kind,
              devices::FaultKind::unplugged);
    ASSERT_TRUE(files_.set_paper("out_of_paper"));
    EXPECT_EQ(read("ticket_printer/state"), "out_of_paper");
    ASSERT_TRUE(files_.set_reader_fault(""));
    EXPECT_EQ(files_.state().reader_fault, "");
}

TEST_F(DeviceFilesTest, ReadsWhatATextEditorHasWritten) {
    type("network", "cut\n");
    type("clock", "-3600\n");
    type("ticket_printer/state", " jammed \n");
    EXPECT_EQ(files_.state().line, client::Line::cut);
    EXPECT_EQ(files_.state().clock_offset, -1h);
    EXPECT_EQ(files_.state().paper, "jammed");
    ASSERT_TRUE(files_.set_line(client::Line::whole));
    ASSERT_TRUE(files_.set_clock_offset(24h));
    EXPECT_EQ(files_.state().line, client::Line::whole);
    EXPECT_EQ(files_.state().clock_offset, 24h);
}

TEST_F(DeviceFilesTest, HalfWrittenOrWrongWordsAreNothing) {
    type("network", "cu");
    type("clock", "tomorrow");
    EXPECT_EQ(files_.state(), DeviceState{});
}

TEST_F(DeviceFilesTest, NeverWritesOneScreenOverAnother) {
    const auto first = files_.next_picture("attract");
    ASSERT_TRUE(first);
    EXPECT_EQ(first->filename(), "attract-1");
    type("screenshots/attract-1.png", "taken");
    EXPECT_EQ(files_.next_picture("attract")->filename(), "attract-2");
}

TEST(OffsetClock, JumpsWithoutMovingDeadlines) {
    time::SimulatedClock machine{base::Instant(24h)};
    OffsetClock clock(machine);
    const auto before = clock.steady();
    clock.set_offset(-1h);
    EXPECT_EQ(clock.wall(), base::Instant(23h));
    EXPECT_EQ(clock.steady(), before);
    machine.advance(1s);
    EXPECT_EQ(clock.wall(), base::Instant(23h + 1s));
}

} // namespace
} // namespace rexue::app
