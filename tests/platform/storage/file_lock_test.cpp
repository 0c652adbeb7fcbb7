// One holder at a time, and a crash lets go.
#include "platform/storage/file_lock.h"

#include <csignal>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/platform/storage/temporary_folder.h"

namespace rexue::storage {
namespace {

using base::ErrorCode;

TEST(FileLock, has_one_holder_at_a_time) {
    const tests::TemporaryFolder folder;
    const auto path = folder.path() / "lock";
    {
        const auto lock = FileLock::take(path);
        ASSERT_TRUE(lock);
        const auto second = FileLock::take(path);
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().code, ErrorCode::conflict);
        EXPECT_EQ(second.error().detail, "another process uses " + folder.path().string());
    }
    EXPECT_TRUE(FileLock::take(path));
}

TEST(FileLock, is_let_go_when_its_holder_is_killed) {
    const tests::TemporaryFolder folder;
    const auto path = folder.path() / "lock";
    const pid_t child = ::fork();
    if (child == 0) {
        const auto lock = FileLock::take(path);
        if (!lock) ::_exit(1);
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    EXPECT_TRUE(FileLock::take(path));
}

TEST(FileLock, wants_a_folder) {
    const tests::TemporaryFolder folder;
    EXPECT_EQ(FileLock::take(folder.path() / "none" / "lock").error().code, ErrorCode::not_found);
}

} // namespace
} // namespace rexue::storage
