// Cards that slip, are lifted too early, cannot be read, or are swapped.
#include <gtest/gtest.h>

#include "tests/platform/devices/id_reader/reader_rig.h"

namespace rexue::devices {

TEST(CardMovedTest, LiftedInTheMiddleOfTheRead) {
    ReaderRig rig;
    ASSERT_TRUE(rig.becomes(IdReaderCondition::ready));
    rig.fault("lifted_mid_read");
    rig.lay(a_card('A'));
    ASSERT_TRUE(rig.becomes(IdReaderCondition::reading));
    ASSERT_TRUE(rig.becomes(IdReaderCondition::card_moved));
    EXPECT_EQ(rig.cards(), 0U);
    EXPECT_TRUE(rig.recovers());
}

TEST(CardMovedTest, LiftedByHandWhileReading) {
    const TemporaryFolder folder;
    auto device = quick_device(folder.path());
    device.read_duration = std::chrono::milliseconds(200); // time for the hand
    HeardEvents heard;
    const auto reader = *SimulatedIdReader::create(device, quick_driver(), heard.sink());
    ASSERT_TRUE(reader->folder().lay_card(a_card('A')).has_value());
    ASSERT_TRUE(heard.await(IdReaderCondition::reading, ReaderRig::patience));
    ASSERT_TRUE(reader->folder().lift_card().has_value());
    ASSERT_TRUE(heard.await(IdReaderCondition::card_moved, ReaderRig::patience));
    EXPECT_EQ(heard.cards(), 0U);
    ASSERT_TRUE(reader->folder().lay_card(a_card('B')).has_value());
    EXPECT_TRUE(heard.await_card(ReaderRig::patience));
}

TEST(CardMovedTest, TheNoticeStaysForAWhileAndIsThenTakenBack) {
    auto driver = quick_driver();
    driver.notice = std::chrono::milliseconds(150);
    ReaderRig rig(driver);
    rig.fault("lifted_mid_read");
    rig.lay(a_card('A'));
    ASSERT_TRUE(rig.becomes(IdReaderCondition::card_moved));
    const auto told = std::chrono::steady_clock::now();
    ASSERT_TRUE(rig.becomes(IdReaderCondition::ready));
    EXPECT_GE(std::chrono::steady_clock::now() - told, std::chrono::milliseconds(100));
}

TEST(CardMovedTest, ACardThatAnswersWithATroubleIsUnread) {
    for (const char* word :
         {"sw:31", "sw:32", "sw:33", "sw:40", "sw:41", "sw:47", "sw:81", "sw:91"}) {
        ReaderRig rig;
        ASSERT_TRUE(rig.becomes(IdReaderCondition::ready));
        rig.fault(word);
        rig.lay(a_card('A'));
        ASSERT_TRUE(rig.becomes(IdReaderCondition::card_unread)) << word;
        EXPECT_EQ(rig.cards(), 0U) << word;
        EXPECT_TRUE(rig.recovers()) << word;
    }
}

TEST(CardMovedTest, AnUnreadCardIsTriedAgainWhereItLies) {
    ReaderRig rig;
    rig.fault("sw:41");
    rig.lay(a_card('A'));
    ASSERT_TRUE(rig.becomes(IdReaderCondition::card_unread));
    rig.fault("");
    EXPECT_TRUE(rig.reads(a_card('A')));
}

TEST(CardMovedTest, AFailedSearchIsNoCard) {
    ReaderRig rig;
    rig.lay(a_card('A'));
    ASSERT_TRUE(rig.becomes(IdReaderCondition::card_done));
    rig.fault("sw:80");
    ASSERT_TRUE(rig.becomes(IdReaderCondition::ready));
    rig.lift();
    rig.fault("");
    rig.lay(a_card('B'));
    EXPECT_TRUE(rig.reads(a_card('B')));
}

TEST(CardMovedTest, ACardPutOverAnotherIsReadToo) {
    ReaderRig rig;
    rig.lay(a_card('A'));
    ASSERT_TRUE(rig.reads(a_card('A')));
    rig.lay(a_card('B'));
    ASSERT_TRUE(rig.reads(a_card('B')));
    EXPECT_EQ(rig.cards(), 2U);
}

} // namespace rexue::devices
