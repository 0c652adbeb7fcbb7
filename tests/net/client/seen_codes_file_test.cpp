// Codes that were shown are known after a restart, and forgotten in time.
#include "net/client/seen_codes_file.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/test_folder.h"

namespace rexue::client {
namespace {

using credential::kept_steps;
using credential::SeenCode;

constexpr std::uint64_t card = 3702000000001238;
constexpr std::int64_t now = 7'000'000;

class SeenCodesFileTest : public ::testing::Test {
  protected:
    bool first_time(SeenCode code, std::int64_t now_step = now) {
        const auto first = store_->first_time(code, now_step);
        EXPECT_TRUE(first) << first.error().detail;
        return first && *first;
    }
    void restart() {
        store_.reset();
        store_ = std::move(*SeenCodesFile::open(file_));
    }

    support::TestFolder folder_;
    std::filesystem::path file_ = folder_.path() / "seen.db";
    std::unique_ptr<SeenCodesFile> store_ = std::move(*SeenCodesFile::open(file_));
};

TEST_F(SeenCodesFileTest, KnowsACodeAgain) {
    EXPECT_TRUE(first_time({.card_number = card, .absolute_step = now}));
    EXPECT_FALSE(first_time({.card_number = card, .absolute_step = now}));
    EXPECT_TRUE(first_time({.card_number = card, .absolute_step = now + 1}));
    EXPECT_TRUE(first_time({.card_number = card + 97, .absolute_step = now}));
}

TEST_F(SeenCodesFileTest, KnowsACodeAgainAfterARestart) {
    EXPECT_TRUE(first_time({.card_number = card, .absolute_step = now}));
    restart();
    EXPECT_FALSE(first_time({.card_number = card, .absolute_step = now}));
}

TEST_F(SeenCodesFileTest, ForgetsWhatIsLongPast) {
    EXPECT_TRUE(first_time({.card_number = card, .absolute_step = now}));
    EXPECT_TRUE(first_time({.card_number = card, .absolute_step = now + 1}, now + kept_steps));
    EXPECT_FALSE(first_time({.card_number = card, .absolute_step = now}, now + kept_steps));
    EXPECT_TRUE(first_time({.card_number = card, .absolute_step = now + 2}, now + kept_steps + 1));
    EXPECT_TRUE(first_time({.card_number = card, .absolute_step = now}, now + kept_steps + 1))
        << "it has been forgotten: verify() calls it too old";
}

TEST_F(SeenCodesFileTest, AFileThatIsNoDatabaseIsNotOpened) {
    const auto other = folder_.path() / "other.db";
    std::ofstream(other) << std::string(5'000, 'x');
    EXPECT_FALSE(SeenCodesFile::open(other));
    EXPECT_FALSE(SeenCodesFile::open(folder_.path() / "nowhere" / "seen.db"));
}

} // namespace
} // namespace rexue::client
