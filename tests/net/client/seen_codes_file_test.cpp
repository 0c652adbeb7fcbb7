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
    const auto forgotten =
        store_->first_time({.card_number = card, .absolute_step = now}, now + kept_steps + 1);
    ASSERT_FALSE(forgotten);
    EXPECT_EQ(forgotten.error().code, base::ErrorCode::not_found);
}

// A clock that is wrong for a while, and put right: what was shown before is forgotten, and that it
// is stays known.
TEST_F(SeenCodesFileTest, KnowsHowFarItHasForgottenAfterTheClockIsPutBack) {
    constexpr std::int64_t tomorrow = now + 2'880;
    EXPECT_TRUE(first_time({.card_number = card, .absolute_step = now}));
    EXPECT_TRUE(first_time({.card_number = card, .absolute_step = tomorrow}, tomorrow));
    restart();
    const auto again = store_->first_time({.card_number = card, .absolute_step = now}, now);
    ASSERT_FALSE(again) << "neither new nor seen";
    EXPECT_EQ(again.error().code, base::ErrorCode::not_found);
    EXPECT_FALSE(first_time({.card_number = card, .absolute_step = now})) << "it was noted";
    EXPECT_TRUE(first_time({.card_number = card, .absolute_step = now + 1}, now + 1))
        << "codes that are newer than what went are known to be new";
    EXPECT_FALSE(first_time({.card_number = card, .absolute_step = tomorrow}));
}

// As the first version of the program left it.
TEST_F(SeenCodesFileTest, AFileOfEarlierKeepsItsCodes) {
    store_.reset();
    std::filesystem::remove(file_);
    {
        auto database = *storage::Database::open(file_);
        ASSERT_TRUE(
            database.execute("CREATE TABLE seen_code (step INTEGER NOT NULL, "
                             "card INTEGER NOT NULL, PRIMARY KEY (step, card)) "
                             "WITHOUT ROWID; PRAGMA user_version = 1"));
        ASSERT_TRUE(database.execute("INSERT INTO seen_code VALUES (7000000, 3702000000001238)"));
    }
    restart();
    EXPECT_FALSE(first_time({.card_number = card, .absolute_step = now}));
    EXPECT_TRUE(first_time({.card_number = card, .absolute_step = now + 1}));
}

TEST_F(SeenCodesFileTest, AFileThatIsNoDatabaseIsNotOpened) {
    const auto other = folder_.path() / "other.db";
    std::ofstream(other) << std::string(5'000, 'x');
    EXPECT_FALSE(SeenCodesFile::open(other));
    EXPECT_FALSE(SeenCodesFile::open(folder_.path() / "nowhere" / "seen.db"));
}

} // namespace
} // namespace rexue::client
