// The module reports a fault of its own.
#include <gtest/gtest.h>

#include "tests/platform/devices/id_reader/reader_rig.h"

namespace rexue::devices {

TEST(FaultyIdReaderTest, SelfTestAuthorisationAndUnlistedCodes) {
    for (const char* word : {"sw:60", "sw:66", "sw:23", "sw:24", "sw:05", "sw:77"}) {
        ReaderRig rig;
        ASSERT_TRUE(rig.becomes(IdReaderCondition::ready));
        rig.fault(word);
        rig.lay(a_card('A'));
        ASSERT_TRUE(rig.becomes(IdReaderCondition::faulty)) << word;
        EXPECT_EQ(rig.cards(), 0U) << word;
        EXPECT_TRUE(rig.recovers()) << word;
    }
}

TEST(FaultyIdReaderTest, InTheMiddleOfARead) {
    ReaderRig rig;
    rig.fault("sw:60@read");
    rig.lay(a_card('A'));
    ASSERT_TRUE(rig.becomes(IdReaderCondition::faulty));
    EXPECT_TRUE(rig.recovers());
}

} // namespace rexue::devices
