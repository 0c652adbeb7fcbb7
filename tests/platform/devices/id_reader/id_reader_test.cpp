// The factory: every kind, and the options that cannot be.
#include "platform/devices/id_reader/id_reader.h"

#include <gtest/gtest.h>

#include "tests/platform/devices/id_reader/reader_rig.h"

namespace rexue::devices {

TEST(MakeIdReaderTest, NoneIsAbsentForGood) {
    HeardEvents heard;
    const auto reader = *make_id_reader({}, heard.sink());
    EXPECT_EQ(reader->condition(), IdReaderCondition::absent);
    EXPECT_FALSE(
        heard.await([](const IdReaderEvent&) { return true; }, std::chrono::milliseconds(20)));
}

TEST(MakeIdReaderTest, AMissingPortIsUnpluggedAndNoFailure) {
    HeardEvents heard;
    const TemporaryFolder folder;
    const auto reader = make_id_reader(
        {.kind = IdReaderKind::serial, .path = (folder.path() / "port").string()}, heard.sink());
    ASSERT_TRUE(reader.has_value());
    EXPECT_TRUE(heard.await(IdReaderCondition::unplugged, ReaderRig::patience));
}

TEST(MakeIdReaderTest, SimulatedMakesItsFolderAndItsPort) {
    HeardEvents heard;
    const TemporaryFolder temporary;
    const auto folder = temporary.path() / "new" / "reader";
    const auto reader =
        make_id_reader({.kind = IdReaderKind::simulated, .path = folder.string()}, heard.sink());
    ASSERT_TRUE(reader.has_value());
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "port"));
    EXPECT_TRUE(heard.await(IdReaderCondition::ready, ReaderRig::patience));
}

TEST(MakeIdReaderTest, ImpossibleOptionsAreRefused) {
    for (const IdReaderOptions& options : {
             IdReaderOptions{.kind = IdReaderKind::serial},
             IdReaderOptions{.kind = IdReaderKind::serial, .path = "/dev/ttyS0", .baud = 12345},
             IdReaderOptions{.kind = IdReaderKind::simulated},
         }) {
        const auto reader = make_id_reader(options, [](const IdReaderEvent&) {});
        ASSERT_FALSE(reader.has_value());
        EXPECT_EQ(reader.error().code, base::ErrorCode::invalid_argument);
    }
}

TEST(IdReaderConditionTest, EveryConditionHasAWord) {
    EXPECT_EQ(to_string(IdReaderCondition::absent), "absent");
    EXPECT_EQ(to_string(IdReaderCondition::card_moved), "card_moved");
    EXPECT_EQ(to_string(IdReaderCondition::faulty), "faulty");
}

} // namespace rexue::devices
