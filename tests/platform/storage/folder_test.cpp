// The files of a folder, by name, and no others.
#include "platform/storage/folder.h"

#include <gtest/gtest.h>

#include "platform/storage/file.h"
#include "tests/platform/storage/temporary_folder.h"

namespace rexue::storage {
namespace {

using base::ErrorCode;

TEST(Folder, is_read_in_the_order_of_names_and_only_what_ends_so) {
    const tests::TemporaryFolder folder;
    for (const char* name : {"b.json", "a.json", "README.md"})
        ASSERT_TRUE(write_file_atomically(folder.path() / name, base::bytes_of(name), 0600));
    const auto files = read_folder(folder.path(), ".json", 100).value();
    ASSERT_EQ(files.size(), 2u);
    EXPECT_EQ(files[0].name, "a.json");
    EXPECT_EQ(files[1].text, "b.json");
}

TEST(Folder, that_is_not_there_or_holds_too_long_a_file_is_an_error) {
    const tests::TemporaryFolder folder;
    EXPECT_EQ(read_folder(folder.path() / "none", ".json", 100).error().code, ErrorCode::io);
    ASSERT_TRUE(write_file_atomically(folder.path() / "a.json", base::bytes_of("12345"), 0600));
    EXPECT_EQ(read_folder(folder.path(), ".json", 4).error().code, ErrorCode::limit_exceeded);
}

} // namespace
} // namespace rexue::storage
