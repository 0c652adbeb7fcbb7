// A profile is whole, private, of one process, or it says what is wrong with it.
#include "net/client/profile.h"

#include <fstream>
#include <set>
#include <tuple>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "net/client/enrolment.h"
#include "net/client/instance_id.h"
#include "platform/storage/file.h"
#include "platform/storage/file_lock.h"
#include "tests/net/client/house_server.h"

namespace rexue::client {

namespace {

using base::ErrorCode;
using testing::HasSubstr;

class ProfileTest : public testing::Test {
  protected:
    static void SetUpTestSuite() { house_ = std::make_unique<HouseServer>(); }
    static void TearDownTestSuite() { house_.reset(); }

    void SetUp() override {
        house_->free_letters(); // of the test before: this one's terminal is "A" again
        ASSERT_TRUE(enrol(house_->plan(folder()), house_->clock()));
    }

    std::filesystem::path folder() const { return temporary_.path() / "profile"; }

    std::string toml() const { return *storage::read_text_file(folder() / "terminal.toml", 65536); }
    void write_toml(std::string_view text) const {
        std::ofstream(folder() / "terminal.toml") << text;
    }

    // The error after one piece of terminal.toml was replaced.
    base::Error error_with(std::string_view piece, std::string_view by) const {
        std::string text = toml();
        const size_t at = text.find(piece);
        EXPECT_NE(at, std::string::npos) << piece << " in " << text;
        text.replace(at, piece.size(), by);
        write_toml(text);
        const auto loaded = load_profile(folder());
        EXPECT_FALSE(loaded);
        return loaded ? base::Error{} : loaded.error();
    }

    std::set<std::string> files() const {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder())) {
            names.insert(entry.path().filename());
        }
        return names;
    }

    static std::unique_ptr<HouseServer> house_;
    support::TestFolder temporary_;
};

std::unique_ptr<HouseServer> ProfileTest::house_;

TEST_F(ProfileTest, IsReadAsItWasWritten) {
    const auto profile = load_profile(folder());
    ASSERT_TRUE(profile) << profile.error().detail;
    EXPECT_EQ(profile->server_url, house_->url());
    EXPECT_EQ(profile->house, sample_house);
    EXPECT_EQ(profile->surface, wire::SurfaceKind::donor);
    EXPECT_EQ(profile->ticket_letter, "A");
    EXPECT_EQ(profile_text(*profile), toml());
}

TEST_F(ProfileTest, KeepsItsKeyPrivate) {
    struct stat status{};
    ASSERT_EQ(::stat((folder() / "terminal.key").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600);
    ASSERT_EQ(::stat(folder().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0700);
    ::chmod((folder() / "terminal.key").c_str(), 0640);
    EXPECT_EQ(load_profile(folder()).error().code, ErrorCode::forbidden);
}

TEST_F(ProfileTest, WithoutOneTheTerminalIsNotEnrolled) {
    const auto none = load_profile(temporary_.path());
    EXPECT_EQ(none.error().code, ErrorCode::not_found);
    EXPECT_TRUE(none.error().detail.contains("holds no enrolled terminal"));
}

TEST_F(ProfileTest, NamesTheMemberThatIsWrong) {
    const std::string whole = toml();
    const std::tuple<std::string_view, std::string_view, std::string_view> rows[] = {
        {"https://", "http://", "server"},
        {"'donor'", "'cashier'", "surface"},
        {"'A'", "'AB'", "ticket_letter"},
        {"'A'", "7", "ticket_letter"},
        {"house = 'qd-wusi'", "", "house"},
        {"'qd-wusi'", "'../etc'", "house"},
        {"'terminal.key'", "'../terminal.key'", "files.key"},
        {"sealing_key = '", "sealing_key = 'x", "sealing_key"},
        {"profile = '", "profile = 'x", "profile"},
    };
    for (const auto& [piece, by, member] : rows) {
        const auto error = error_with(piece, by);
        EXPECT_EQ(error.code, ErrorCode::invalid_argument) << piece;
        EXPECT_THAT(error.detail, HasSubstr(std::string(member))) << piece;
        write_toml(whole);
    }
    const auto error = error_with("server", "[[[");
    EXPECT_THAT(error.detail, HasSubstr("line "));
}

TEST_F(ProfileTest, ATooLongFileIsNotRead) {
    write_toml(std::string(100'000, '#'));
    EXPECT_EQ(load_profile(folder()).error().code, ErrorCode::limit_exceeded);
}

TEST_F(ProfileTest, AKeyOfAnotherTerminalIsNoticed) {
    const auto other = outbox::TerminalKey::generate();
    ASSERT_TRUE(storage::write_file_atomically(folder() / "terminal.key",
                                               base::bytes_of(*other->to_pem()), 0600));
    EXPECT_EQ(load_profile(folder()).error().code, ErrorCode::corrupt);
}

// Enrolment.

TEST_F(ProfileTest, IsNotEnrolledTwiceByAccident) {
    const std::string before = toml();
    const auto plan = house_->plan(folder());
    EXPECT_EQ(enrol(plan, house_->clock()).error().code, ErrorCode::already_exists);
    EXPECT_EQ(toml(), before);
    // The code was not spent on it.
    auto elsewhere = plan;
    elsewhere.folder = temporary_.path() / "elsewhere";
    EXPECT_TRUE(enrol(elsewhere, house_->clock()));
}

TEST_F(ProfileTest, EnrolledAgainItIsAnotherTerminalWithTheSameOutbox) {
    const auto before = load_profile(folder());
    std::ofstream(folder() / "outbox.db") << "unsent";
    auto plan = house_->plan(folder());
    plan.repeat = Repeat::replace;
    const auto after = enrol(plan, house_->clock());
    ASSERT_TRUE(after) << after.error().detail;
    EXPECT_NE(after->terminal, before->terminal);
    EXPECT_FALSE(std::filesystem::exists(before->key_path()));
    EXPECT_TRUE(std::filesystem::exists(folder() / "outbox.db"));
    EXPECT_TRUE(load_profile(folder()));
}

TEST_F(ProfileTest, AFailedEnrolmentLeavesTheOldOneInForce) {
    const auto names = files();
    const std::string before = toml();
    auto plan = house_->plan(folder());
    plan.repeat = Repeat::replace;
    plan.code = "AAAA-AAAA-AAAA";
    EXPECT_FALSE(enrol(plan, house_->clock()));
    plan.server_url = "https://127.0.0.1:1";
    EXPECT_EQ(enrol(plan, house_->clock()).error().code, ErrorCode::unavailable);
    EXPECT_EQ(toml(), before);
    EXPECT_EQ(files(), names);
    EXPECT_TRUE(load_profile(folder()));
}

TEST_F(ProfileTest, AStrangersServerGetsNoCode) {
    const HouseServer stranger(Keys::of_a_stranger);
    auto plan = stranger.plan(temporary_.path() / "new");
    plan.trust = {.ca_file = house_->data().authority_certificate()};
    EXPECT_EQ(enrol(plan, house_->clock()).error().code, ErrorCode::untrusted);
    EXPECT_FALSE(is_enrolled(plan.folder));
    EXPECT_FALSE(std::filesystem::exists(plan.folder / "terminal.key"));
}

// Misfortune: an operator has mistyped the path. Nothing is wrong with the server.
TEST_F(ProfileTest, AMissingCaFileIsSaidByName) {
    auto plan = house_->plan(temporary_.path() / "new");
    plan.trust = {.ca_file = temporary_.path() / "nowhere.pem"};
    const auto missing = enrol(plan, house_->clock());
    EXPECT_EQ(missing.error().code, ErrorCode::not_found);
    EXPECT_NE(missing.error().detail.find("nowhere.pem is missing"), std::string::npos)
        << missing.error().detail;
    std::ofstream(temporary_.path() / "empty.pem");
    plan.trust = {.ca_file = temporary_.path() / "empty.pem"};
    EXPECT_EQ(enrol(plan, house_->clock()).error().code, ErrorCode::corrupt);
    plan.trust = {};
    EXPECT_EQ(enrol(plan, house_->clock()).error().code, ErrorCode::invalid_argument);
    EXPECT_FALSE(is_enrolled(plan.folder));
}

// One profile, one process.

TEST_F(ProfileTest, IsUsedByOneProcessAtATime) {
    auto lock = storage::FileLock::take(lock_path(folder()));
    ASSERT_TRUE(lock);
    EXPECT_EQ(storage::FileLock::take(lock_path(folder())).error().code, ErrorCode::conflict);
    auto plan = house_->plan(folder());
    plan.repeat = Repeat::replace;
    EXPECT_EQ(enrol(plan, house_->clock()).error().code, ErrorCode::conflict);
    lock = base::fail(ErrorCode::cancelled, "");
    EXPECT_TRUE(storage::FileLock::take(lock_path(folder())));
}

TEST(InstanceIdTest, IsOfTheMachineAndTheProfile) {
    const base::Uuid one{};
    const base::Uuid other = base::make_uuid_v7(std::chrono::system_clock::now());
    const auto id = instance_id(this_machine, one);
    // printf '0123456789abcdef0123456789abcdef\n00000000-0000-0000-0000-000000000000' | sha256sum
    EXPECT_EQ(id, "0c0fc47dca85d18df3b30c449ce39ee6e76f1a10340e8b0038bf191978431952");
    EXPECT_NE(id, instance_id(this_machine, other));
    EXPECT_NE(id, instance_id("fedcba9876543210fedcba9876543210", one));
}

TEST(InstanceIdTest, TheMachineIdIsThirtyTwoHexDigits) {
    const support::TestFolder folder;
    const auto file = folder.path() / "machine-id";
    EXPECT_EQ(read_machine_id(file).error().code, ErrorCode::io);
    std::ofstream(file) << this_machine << "\n";
    EXPECT_EQ(read_machine_id(file), std::string(this_machine));
    std::ofstream(file) << "uninitialized\n";
    EXPECT_EQ(read_machine_id(file).error().code, ErrorCode::corrupt);
}

} // namespace

} // namespace rexue::client
