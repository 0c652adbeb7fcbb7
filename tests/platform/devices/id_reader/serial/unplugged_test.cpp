// The plug: pulled at every moment, put back, and somebody else on the port.
#include <gtest/gtest.h>

#include "tests/platform/devices/id_reader/reader_rig.h"

namespace rexue::devices {

TEST(UnpluggedIdReaderTest, WhileIdle) {
    ReaderRig rig;
    ASSERT_TRUE(rig.becomes(IdReaderCondition::ready));
    rig.fault("unplugged");
    ASSERT_TRUE(rig.becomes(IdReaderCondition::unplugged));
    EXPECT_FALSE(std::filesystem::exists(rig.folder().port_link()));
    EXPECT_TRUE(rig.recovers());
}

TEST(UnpluggedIdReaderTest, FromTheStart) {
    ReaderRig rig;
    rig.fault("unplugged");
    ASSERT_TRUE(rig.becomes(IdReaderCondition::unplugged));
    EXPECT_TRUE(rig.recovers());
}

TEST(UnpluggedIdReaderTest, InTheMiddleOfEachAnswer) {
    for (const char* word : {"unplugged@find", "unplugged@select", "unplugged@read"}) {
        ReaderRig rig;
        ASSERT_TRUE(rig.becomes(IdReaderCondition::ready));
        rig.fault(word);
        rig.lay(a_card('A'));
        ASSERT_TRUE(rig.becomes(IdReaderCondition::unplugged)) << word;
        EXPECT_EQ(rig.cards(), 0U) << word;
        EXPECT_TRUE(rig.recovers()) << word;
    }
}

TEST(UnpluggedIdReaderTest, WithACardOnIt) {
    ReaderRig rig;
    rig.lay(a_card('A'));
    ASSERT_TRUE(rig.becomes(IdReaderCondition::card_done));
    rig.fault("unplugged");
    ASSERT_TRUE(rig.becomes(IdReaderCondition::unplugged));
    // What lies there afterwards may be another card: it is read.
    rig.lay(a_card('B'));
    rig.fault("");
    ASSERT_TRUE(rig.reads(a_card('B')));
    EXPECT_TRUE(rig.recovers());
}

TEST(UnpluggedIdReaderTest, TenTimesInARow) {
    ReaderRig rig;
    for (int i = 0; i < 10; ++i) {
        ASSERT_TRUE(rig.becomes(IdReaderCondition::ready));
        rig.fault("unplugged");
        ASSERT_TRUE(rig.becomes(IdReaderCondition::unplugged));
        rig.fault("");
    }
    EXPECT_TRUE(rig.recovers());
}

TEST(UnpluggedIdReaderTest, APortThatAnotherProgramHoldsIsTakenOnceItIsFree) {
    const TemporaryFolder folder;
    const auto device = *SimulatedReader::create(quick_device(folder.path()));
    auto driver = quick_driver();
    driver.path = device->folder().port_link().string();
    HeardEvents first_heard;
    auto first = *SerialIdReader::create(driver, first_heard.sink());
    ASSERT_TRUE(first_heard.await(IdReaderCondition::ready, ReaderRig::patience));
    HeardEvents second_heard;
    const auto second = *SerialIdReader::create(driver, second_heard.sink());
    ASSERT_TRUE(second_heard.await(IdReaderCondition::unplugged, ReaderRig::patience));
    first.reset();
    EXPECT_TRUE(second_heard.await(IdReaderCondition::ready, ReaderRig::patience));
}

} // namespace rexue::devices
