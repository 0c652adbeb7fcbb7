// The clock floor that outlives a restart.
#include "net/client/server_date.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/test_folder.h"

namespace rexue::client {

namespace {

using namespace std::chrono_literals;

constexpr base::Instant noon{std::chrono::sys_days(std::chrono::year(2026) / 6 / 14) + 4h};

class ServerDateTest : public testing::Test {
  protected:
    std::filesystem::path file() const { return folder_.path() / "server_date"; }
    support::TestFolder folder_;
};

TEST_F(ServerDateTest, SurvivesARestart) {
    EXPECT_EQ(kept_server_date(file()), std::nullopt);
    ServerDateKeeper(file()).note(noon);
    EXPECT_EQ(kept_server_date(file()), noon);
    ServerDateKeeper(file()).note(noon + 2h);
    EXPECT_EQ(kept_server_date(file()), noon + 2h);
}

TEST_F(ServerDateTest, IsWrittenOnceAnHourAtMost) {
    ServerDateKeeper keeper(file());
    for (auto later = 0s; later < 1h; later += 5s)
        keeper.note(noon + later);
    EXPECT_EQ(kept_server_date(file()), noon);
    keeper.note(noon + 1h);
    EXPECT_EQ(kept_server_date(file()), noon + 1h);
}

// Misfortune: the server's clock was years ahead for a while.
TEST_F(ServerDateTest, AServerThatWasWrongIsNotBelievedForEver) {
    ServerDateKeeper keeper(file());
    keeper.note(noon + 24h * 3650);
    keeper.note(noon);
    EXPECT_EQ(kept_server_date(file()), noon);
}

TEST_F(ServerDateTest, AFileThatHoldsNoDateIsNoDate) {
    std::ofstream(file()) << "yesterday, I think";
    EXPECT_EQ(kept_server_date(file()), std::nullopt);
    ServerDateKeeper(file()).note(noon);
    EXPECT_EQ(kept_server_date(file()), noon);
}

TEST_F(ServerDateTest, WithoutAFileNothingIsKept) {
    ServerDateKeeper({}).note(noon);
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

} // namespace

} // namespace rexue::client
