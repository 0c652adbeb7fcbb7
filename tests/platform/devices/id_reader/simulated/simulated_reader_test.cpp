// The simulator alone, spoken to in bytes, as an outside program would.
#include "platform/devices/id_reader/simulated/simulated_reader.h"

#include <fstream>

#include <gtest/gtest.h>

#include "platform/devices/id_reader/serial/samv_link.h"
#include "tests/platform/devices/id_reader/reader_rig.h"

namespace rexue::devices {

using samv::Command;
using samv::StatusWord;

class SimulatedReaderTest : public testing::Test {
  protected:
    SimulatedReaderTest()
        : device(*SimulatedReader::create(quick_device(folder.path()))),
          link(*SerialPort::open(files.port_link().string(), 115200), stop) {}

    StatusWord ask(Command command) {
        return link.ask(command, std::chrono::seconds(5)).value_or(StatusWord::timed_out);
    }
    StatusWord read(CardText& text) {
        return link.read_card(text, std::chrono::seconds(5)).value_or(StatusWord::timed_out);
    }

    TemporaryFolder folder;
    SimulatorFolder files{folder.path()};
    std::unique_ptr<SimulatedReader> device;
    StopSignal stop;
    SamvLink link;
};

TEST_F(SimulatedReaderTest, AnswersAsAModuleDoes) {
    EXPECT_EQ(ask(Command::sam_status), StatusWord::done);
    EXPECT_EQ(ask(Command::find_card), StatusWord::find_failed);
    EXPECT_EQ(ask(Command::select_card), StatusWord::select_failed);
    CardText text;
    EXPECT_EQ(read(text), StatusWord::read_failed);
    ASSERT_TRUE(files.lay_card(a_card('A')).has_value());
    EXPECT_EQ(ask(Command::select_card), StatusWord::select_failed); // not yet found
    EXPECT_EQ(ask(Command::find_card), StatusWord::card_found);
    EXPECT_EQ(ask(Command::select_card), StatusWord::done);
    EXPECT_EQ(read(text), StatusWord::done);
    EXPECT_EQ(text.bytes, a_card('A').bytes);
}

TEST_F(SimulatedReaderTest, ARefusesToSelectAReadCardUntilItIsLifted) {
    ASSERT_TRUE(files.lay_card(a_card('A')).has_value());
    CardText text;
    EXPECT_EQ(ask(Command::find_card), StatusWord::card_found);
    EXPECT_EQ(ask(Command::select_card), StatusWord::done);
    EXPECT_EQ(read(text), StatusWord::done);
    EXPECT_EQ(ask(Command::find_card), StatusWord::card_found);
    EXPECT_EQ(ask(Command::select_card), StatusWord::select_failed);
    ASSERT_TRUE(files.lift_card().has_value());
    EXPECT_EQ(ask(Command::find_card), StatusWord::find_failed);
    ASSERT_TRUE(files.lay_card(a_card('A')).has_value());
    EXPECT_EQ(ask(Command::find_card), StatusWord::card_found);
    EXPECT_EQ(ask(Command::select_card), StatusWord::done);
}

TEST_F(SimulatedReaderTest, AReplacedCardIsGoneForOneSearch) {
    ASSERT_TRUE(files.lay_card(a_card('A')).has_value());
    EXPECT_EQ(ask(Command::find_card), StatusWord::card_found);
    ASSERT_TRUE(files.lay_card(a_card('B')).has_value());
    EXPECT_EQ(ask(Command::find_card), StatusWord::find_failed);
    EXPECT_EQ(ask(Command::find_card), StatusWord::card_found);
}

TEST_F(SimulatedReaderTest, AFileOfAnotherSizeIsNoCard) {
    for (const size_t size : {0UZ, 255UZ, 257UZ}) {
        std::ofstream(files.card_file()) << std::string(size, 'x');
        EXPECT_EQ(ask(Command::find_card), StatusWord::find_failed) << size;
    }
}

TEST_F(SimulatedReaderTest, ThePortIsGoneWithTheSimulator) {
    EXPECT_TRUE(std::filesystem::exists(files.port_link()));
    device.reset();
    EXPECT_FALSE(std::filesystem::is_symlink(files.port_link()));
    EXPECT_EQ(link.ask(Command::find_card, std::chrono::seconds(5)).error(), LinkFault::unplugged);
}

TEST_F(SimulatedReaderTest, ItsFolderIsForItsOwnerOnly) {
    EXPECT_EQ(std::filesystem::status(folder.path()).permissions(),
              std::filesystem::perms::owner_all);
}

} // namespace rexue::devices
