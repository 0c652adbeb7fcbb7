// Files are whole or as they were, private when asked to be, and bounded when read.
#include "platform/storage/file.h"

#include <csignal>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "tests/platform/storage/temporary_folder.h"

namespace rexue::storage {
namespace {

using base::ErrorCode;

size_t files_in(const std::filesystem::path& folder) {
    return static_cast<size_t>(std::distance(std::filesystem::directory_iterator(folder),
                                             std::filesystem::directory_iterator()));
}

TEST(File, is_replaced_whole_with_the_mode_asked_for) {
    const tests::TemporaryFolder folder;
    const auto path = folder.path() / "key";
    ASSERT_TRUE(write_file_atomically(path, base::bytes_of("first, and longer"), 0644));
    ASSERT_TRUE(write_file_atomically(path, base::bytes_of("second"), 0600));
    EXPECT_EQ(read_text_file(path, 100).value(), "second");
    struct stat status{};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600);
    EXPECT_EQ(files_in(folder.path()), 1u) << "nothing is left beside it";
}

TEST(File, longer_than_allowed_is_a_limit_not_a_cut) {
    const tests::TemporaryFolder folder;
    const auto path = folder.path() / "long";
    ASSERT_TRUE(write_file_atomically(path, base::bytes_of("12345"), 0600));
    EXPECT_TRUE(read_file(path, 5));
    EXPECT_EQ(read_file(path, 4).error().code, ErrorCode::limit_exceeded);
}

TEST(File, that_is_not_there_is_not_found) {
    const tests::TemporaryFolder folder;
    EXPECT_EQ(read_file(folder.path() / "none", 5).error().code, ErrorCode::not_found);
    EXPECT_EQ(write_file_atomically(folder.path() / "none" / "f", {}, 0600).error().code,
              ErrorCode::not_found);
}

TEST(File, keeps_its_old_content_when_writing_fails) {
    const tests::TemporaryFolder folder;
    const auto path = folder.path() / "state";
    ASSERT_TRUE(write_file_atomically(path, base::bytes_of("old"), 0600));

    // The kernel's own limit on file size plays the full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit tiny = before;
    tiny.rlim_cur = 4096;
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tiny), 0);
    const auto status = write_file_atomically(path, base::Bytes(10'000), 0600);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);

    EXPECT_FALSE(status);
    EXPECT_EQ(read_text_file(path, 100).value(), "old");
    EXPECT_EQ(files_in(folder.path()), 1u);
}

} // namespace
} // namespace rexue::storage
