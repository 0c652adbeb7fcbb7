// What comes is no frame: checksum, truncation, length, noise, at each of the three commands.
#include <gtest/gtest.h>

#include "tests/platform/devices/id_reader/reader_rig.h"

namespace rexue::devices {

namespace {

// With a card laid, the fault struck, and the fault gone: no card is told wrong, the next is read.
void expect_garbled(const std::string& word) {
    ReaderRig rig;
    ASSERT_TRUE(rig.becomes(IdReaderCondition::ready));
    rig.fault(word);
    rig.lay(a_card('A'));
    ASSERT_TRUE(rig.becomes(IdReaderCondition::garbled)) << word;
    EXPECT_EQ(rig.cards(), 0U) << word;
    EXPECT_TRUE(rig.recovers()) << word;
}

void expect_garbled_at_each_command(const std::string& word) {
    for (const char* command : {"@find", "@select", "@read"})
        expect_garbled(word + command);
}

} // namespace

TEST(GarbledIdReaderTest, WrongChecksum) {
    expect_garbled_at_each_command("wrong_checksum");
}

TEST(GarbledIdReaderTest, TruncatedFrame) {
    expect_garbled_at_each_command("truncated");
}

TEST(GarbledIdReaderTest, OverlongFrame) {
    expect_garbled_at_each_command("overlong");
}

TEST(GarbledIdReaderTest, Noise) {
    expect_garbled_at_each_command("noise");
}

TEST(GarbledIdReaderTest, TheReaderGotOurCommandDamaged) {
    for (const char* word : {"sw:10", "sw:11", "sw:21"})
        expect_garbled(word);
}

TEST(GarbledIdReaderTest, AnAnswerToAnotherCommand) {
    expect_garbled("sw:90@find");
    expect_garbled("sw:9F@select");
    expect_garbled("sw:9F@read");
    expect_garbled("sw:90@read"); // a good status without the card's data
}

TEST(GarbledIdReaderTest, ACardThatLiesThroughItIsToldOnce) {
    ReaderRig rig;
    rig.lay(a_card('A'));
    ASSERT_TRUE(rig.becomes(IdReaderCondition::card_done));
    rig.fault("noise");
    ASSERT_TRUE(rig.becomes(IdReaderCondition::garbled));
    rig.fault("");
    ASSERT_TRUE(rig.becomes(IdReaderCondition::card_done));
    EXPECT_EQ(rig.cards(), 1U);
}

} // namespace rexue::devices
