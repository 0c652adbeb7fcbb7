// The port is there, and not a byte comes.
#include <thread>

#include <gtest/gtest.h>

#include "tests/platform/devices/id_reader/reader_rig.h"

namespace rexue::devices {

TEST(SilentIdReaderTest, AtEachCommand) {
    for (const char* word : {"silent@find", "silent@select", "silent@read"}) {
        ReaderRig rig;
        ASSERT_TRUE(rig.becomes(IdReaderCondition::ready));
        rig.fault(word);
        rig.lay(a_card('A'));
        ASSERT_TRUE(rig.becomes(IdReaderCondition::silent)) << word;
        EXPECT_EQ(rig.cards(), 0U) << word;
        EXPECT_TRUE(rig.recovers()) << word;
    }
}

TEST(SilentIdReaderTest, FromTheStart) {
    ReaderRig rig;
    rig.fault("silent");
    ASSERT_TRUE(rig.becomes(IdReaderCondition::silent));
    EXPECT_TRUE(rig.recovers());
}

// A converter that was open and dead comes back under the same path without a hang-up.
TEST(SilentIdReaderTest, ALongSilenceOpensThePathAnew) {
    const TemporaryFolder folder;
    const SimulatorFolder files(folder.path());
    const auto dead = *PseudoTerminal::create();
    ASSERT_TRUE(files.set_port(dead.path()).has_value());
    auto driver = quick_driver();
    driver.path = files.port_link().string();
    driver.find_timeout = std::chrono::milliseconds(20);
    HeardEvents heard;
    const auto reader = *SerialIdReader::create(driver, heard.sink());
    ASSERT_TRUE(heard.await(IdReaderCondition::silent, ReaderRig::patience));
    const auto alive = *SimulatedReader::create(quick_device(folder.path()));
    EXPECT_TRUE(heard.await(IdReaderCondition::ready, ReaderRig::patience));
}

// A reader whose own plug was pulled behind a converter that stays: only silence tells.
TEST(SilentIdReaderTest, WithACardOnItUntilThePathIsOpenedAnew) {
    auto driver = quick_driver();
    driver.silences_before_reopen = 1;
    ReaderRig rig(driver);
    rig.lay(a_card('A'));
    ASSERT_TRUE(rig.becomes(IdReaderCondition::card_done));
    rig.fault("silent");
    ASSERT_TRUE(rig.becomes(IdReaderCondition::silent));
    // What lies there afterwards may be another card: it is read.
    rig.lay(a_card('B'));
    rig.fault("");
    ASSERT_TRUE(rig.reads(a_card('B')));
    EXPECT_TRUE(rig.recovers());
}

TEST(SilentIdReaderTest, AHiccupWithACardOnItDoesNotTellTheCardAgain) {
    auto driver = quick_driver();
    driver.silences_before_reopen = 1000;
    ReaderRig rig(driver);
    rig.lay(a_card('A'));
    ASSERT_TRUE(rig.becomes(IdReaderCondition::card_done));
    rig.fault("silent");
    ASSERT_TRUE(rig.becomes(IdReaderCondition::silent));
    rig.fault("");
    ASSERT_TRUE(rig.becomes(IdReaderCondition::card_done));
    EXPECT_EQ(rig.cards(), 1U);
    EXPECT_TRUE(rig.recovers());
}

TEST(SilentIdReaderTest, IsLeftAtOnceWhenTheTerminalShutsDown) {
    auto device = *PseudoTerminal::create();
    auto driver = quick_driver();
    driver.path = device.path();
    driver.find_timeout = std::chrono::seconds(30);
    auto reader = *SerialIdReader::create(driver, [](const IdReaderEvent&) {});
    // Once the command is here, the driver waits for its answer.
    std::array<std::byte, 64> command{};
    while (device.read(command) == 0)
        std::this_thread::yield();
    const auto start = std::chrono::steady_clock::now();
    reader.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(300));
}

} // namespace rexue::devices
