// A demo that is interrupted leaves nothing behind: no folder, no window, no server.
#include <csignal>

#include <gtest/gtest.h>

#include "platform/storage/file.h"
#include "tests/support/child_process.h"
#include "tests/support/eventually.h"
#include "tests/support/test_folder.h"

namespace rexue::demo {

namespace {

namespace fs = std::filesystem;

bool holds(const fs::path& folder, std::string_view name) {
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
        if (entry.path().filename() == name) return true;
    }
    return false;
}

class InterruptedDemo : public testing::TestWithParam<int> {};

} // namespace

TEST_P(InterruptedDemo, LeavesNothingBehind) {
    const support::TestFolder temporary;
    const support::TestFolder out;
    auto demo = support::ChildProcess::start(
        {.command = {(fs::path(REXUE_BINARY_DIR) / "rexue-demo").string(), "--headless", "--out",
                     out.path().string()},
         .environment = {"TMPDIR=" + temporary.path().string(), "LIBGL_ALWAYS_SOFTWARE=1",
                         "GALLIUM_DRIVER=llvmpipe"},
         .log = out.path() / "demo.log"});
    ASSERT_TRUE(demo.has_value());
    // Server and windows are there, and write.
    const auto stands = [&] { return holds(temporary.path(), "donor.log"); };
    (void)support::eventually([&] { return stands() || !demo->is_running(); },
                              std::chrono::seconds(120));
    ASSERT_TRUE(stands()) << storage::read_text_file(out.path() / "demo.log", 64 * 1024).value();
    kill(demo->pid(), GetParam());
    EXPECT_EQ(demo->wait(), 128 + SIGTERM); // which is how the work itself is ended
    EXPECT_TRUE(fs::is_empty(temporary.path()));
}

INSTANTIATE_TEST_SUITE_P(Signals, InterruptedDemo, testing::Values(SIGINT, SIGTERM));

} // namespace rexue::demo
