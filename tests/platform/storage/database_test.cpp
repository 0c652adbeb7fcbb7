// What a store built on SQLite may rely on: values come back as they went in, transactions are
// whole, schemas move forward only, writers wait for each other.
#include "platform/storage/database.h"

#include <array>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/platform/storage/temporary_folder.h"

namespace rexue::storage {
namespace {

using base::ErrorCode;

// Whether another process would find SQLite's shared lock of ours on the file: without it that
// process takes itself for the last one and removes the log.
bool another_process_sees_a_lock(const std::filesystem::path& path) {
    constexpr off_t shared_first = 0x40000002;
    constexpr off_t shared_size = 510;
    const pid_t other = fork();
    if (other == 0) {
        struct flock lock{};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = shared_first;
        lock.l_len = shared_size;
        const int file = ::open(path.c_str(), O_RDWR);
        _exit(fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
    }
    int status = -1;
    waitpid(other, &status, 0);
    return status == 0;
}

class DatabaseTest : public testing::Test {
  protected:
    std::int64_t count(Database& database) {
        auto statement = database.prepare("SELECT count(*) FROM t");
        EXPECT_TRUE(statement && statement->step().value_or(false));
        return statement->column<std::int64_t>(0);
    }

    tests::TemporaryFolder folder_;
    Database database_ = *Database::open(folder_.path() / "test.sqlite");
};

TEST_F(DatabaseTest, values_come_back_as_they_went_in) {
    ASSERT_TRUE(database_.execute("CREATE TABLE t (i INTEGER, r REAL, s TEXT, b BLOB, n TEXT)"));
    const std::string text("示\0例 𠮷", 11);
    const base::Bytes bytes{std::byte{0}, std::byte{255}};
    ASSERT_TRUE(database_.prepare("INSERT INTO t VALUES ($1, $2, $3, $4, $5)")
                    ->bind(INT64_MIN, 0.5, text, bytes, std::optional<std::string>())
                    .run());
    auto row = database_.prepare("SELECT i, r, s, b, n FROM t");
    ASSERT_TRUE(row->step().value());
    EXPECT_EQ(row->column<std::int64_t>(0), INT64_MIN);
    EXPECT_EQ(row->column<double>(1), 0.5);
    EXPECT_EQ(row->column<std::string>(2), text);
    EXPECT_EQ(row->column<base::Bytes>(3), bytes);
    EXPECT_EQ(row->column<std::optional<std::string>>(4), std::nullopt);
    EXPECT_FALSE(row->step().value());
}

TEST_F(DatabaseTest, empty_text_and_empty_bytes_are_not_null) {
    auto row = database_.prepare("SELECT $1 IS NULL, $2 IS NULL");
    ASSERT_TRUE(row->bind(std::string_view(), base::Bytes()).step().value());
    EXPECT_FALSE(row->column<bool>(0));
    EXPECT_FALSE(row->column<bool>(1));
}

TEST_F(DatabaseTest, parameters_are_found_by_number_not_by_place) {
    auto row = database_.prepare("SELECT $2, $1, $2");
    ASSERT_TRUE(row->bind("one", "two").step().value());
    EXPECT_EQ(row->column<std::string>(0), "two");
    EXPECT_EQ(row->column<std::string>(1), "one");
    EXPECT_EQ(row->column<std::string>(2), "two");
}

TEST_F(DatabaseTest, a_parameter_that_the_statement_lacks_is_a_fault) {
    auto row = database_.prepare("SELECT $1");
    EXPECT_EQ(row->bind(1, 2).step().error().code, ErrorCode::invalid_argument);
}

TEST_F(DatabaseTest, a_statement_given_back_forgets_what_was_bound) {
    {
        ASSERT_TRUE(database_.prepare("SELECT $1")->bind("示例").step().value());
    }
    auto again = database_.prepare("SELECT $1");
    ASSERT_TRUE(again->step().value());
    EXPECT_EQ(again->column<std::optional<std::string>>(0), std::nullopt);
}

TEST_F(DatabaseTest, the_same_sql_can_be_used_inside_itself) {
    ASSERT_TRUE(database_.execute("CREATE TABLE t (i INTEGER); INSERT INTO t VALUES (1), (2)"));
    auto outer = database_.prepare("SELECT i FROM t ORDER BY i");
    ASSERT_TRUE(outer->step().value());
    auto inner = database_.prepare("SELECT i FROM t ORDER BY i");
    ASSERT_TRUE(inner->step().value());
    ASSERT_TRUE(outer->step().value());
    EXPECT_EQ(outer->column<int>(0), 2);
    EXPECT_EQ(inner->column<int>(0), 1);
}

TEST_F(DatabaseTest, a_transaction_without_commit_leaves_nothing) {
    ASSERT_TRUE(database_.execute("CREATE TABLE t (i INTEGER)"));
    {
        auto transaction = database_.begin();
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(database_.execute("INSERT INTO t VALUES (1)"));
    }
    EXPECT_EQ(count(database_), 0);
    auto transaction = database_.begin();
    ASSERT_TRUE(database_.execute("INSERT INTO t VALUES (1)"));
    ASSERT_TRUE(transaction->commit());
    EXPECT_EQ(count(database_), 1);
}

TEST_F(DatabaseTest, broken_rules_have_their_own_errors) {
    ASSERT_TRUE(
        database_.execute("CREATE TABLE p (id INTEGER PRIMARY KEY, u TEXT UNIQUE);"
                          "CREATE TABLE t (p INTEGER NOT NULL REFERENCES p (id));"
                          "INSERT INTO p VALUES (1, 'a')"));
    EXPECT_EQ(database_.execute("INSERT INTO p VALUES (1, 'b')").error().code,
              ErrorCode::already_exists);
    EXPECT_EQ(database_.execute("INSERT INTO p VALUES (2, 'a')").error().code,
              ErrorCode::already_exists);
    EXPECT_EQ(database_.execute("INSERT INTO t VALUES (9)").error().code, ErrorCode::conflict);
    EXPECT_EQ(database_.execute("INSERT INTO t VALUES (NULL)").error().code, ErrorCode::conflict);
    EXPECT_EQ(database_.prepare("SELEC").error().code, ErrorCode::invalid_argument);
}

TEST_F(DatabaseTest, errors_never_tell_the_values) {
    ASSERT_TRUE(database_.execute("CREATE TABLE p (u TEXT UNIQUE)"));
    const auto insert = [&] {
        return database_.prepare("INSERT INTO p VALUES ($1)")->bind("示例甲").run();
    };
    ASSERT_TRUE(insert());
    EXPECT_EQ(insert().error().detail.find("示例甲"), std::string::npos);
}

TEST_F(DatabaseTest, a_second_writer_waits_and_then_says_unavailable) {
    auto second = Database::open(folder_.path() / "test.sqlite",
                                 {.busy_timeout = std::chrono::milliseconds(20)});
    ASSERT_TRUE(second);
    const auto transaction = database_.begin();
    ASSERT_TRUE(transaction);
    EXPECT_EQ(second->begin().error().code, ErrorCode::unavailable);
    EXPECT_TRUE(second->begin(TransactionKind::read)) << "readers are never blocked";
}

TEST_F(DatabaseTest, migrations_run_once_and_in_order) {
    constexpr std::array<std::string_view, 2> steps{"CREATE TABLE t (i INTEGER)",
                                                    "INSERT INTO t VALUES (1)"};
    ASSERT_TRUE(database_.migrate(std::span(steps).first(1)));
    EXPECT_EQ(count(database_), 0);
    ASSERT_TRUE(database_.migrate(steps));
    ASSERT_TRUE(database_.migrate(steps));
    EXPECT_EQ(count(database_), 1);
    EXPECT_EQ(database_.migrate(std::span(steps).first(1)).error().code, ErrorCode::unsupported);
}

TEST_F(DatabaseTest, a_migration_that_fails_leaves_the_old_schema) {
    constexpr std::array<std::string_view, 2> steps{"CREATE TABLE t (i INTEGER)", "CREATE TABL"};
    EXPECT_FALSE(database_.migrate(steps));
    EXPECT_FALSE(database_.prepare("SELECT * FROM t"));
}

TEST_F(DatabaseTest, only_its_owner_may_read_it) {
    ASSERT_TRUE(database_.execute("CREATE TABLE t (i INTEGER)"));
    for (const char* suffix : {"", "-wal", "-shm"}) {
        struct stat status{};
        const auto path = (folder_.path() / "test.sqlite").string() + suffix;
        ASSERT_EQ(::stat(path.c_str(), &status), 0) << suffix;
        EXPECT_EQ(status.st_mode & 0777, 0600) << suffix;
    }
}

TEST_F(DatabaseTest, what_was_committed_is_there_after_opening_again) {
    ASSERT_TRUE(database_.execute("CREATE TABLE t (i INTEGER); INSERT INTO t VALUES (7)"));
    auto again = Database::open(folder_.path() / "test.sqlite");
    ASSERT_TRUE(again);
    EXPECT_EQ(count(*again), 1);
}

TEST_F(DatabaseTest, another_connection_leaves_the_locks_of_the_first) {
    ASSERT_TRUE(database_.execute("CREATE TABLE t (i INTEGER)"));
    const auto path = folder_.path() / "test.sqlite";
    ASSERT_TRUE(another_process_sees_a_lock(path));
    const auto second = Database::open(path);
    ASSERT_TRUE(second);
    EXPECT_TRUE(another_process_sees_a_lock(path));
}

TEST_F(DatabaseTest, a_commit_is_synced_to_the_disk) {
    auto row = database_.prepare("PRAGMA synchronous");
    ASSERT_TRUE(row->step().value());
    EXPECT_EQ(row->column<int>(0), 2) << "2 is FULL";
    auto mode = database_.prepare("PRAGMA journal_mode");
    ASSERT_TRUE(mode->step().value());
    EXPECT_EQ(mode->column<std::string>(0), "wal");
}

TEST(DatabaseOpen, a_folder_that_is_not_there_is_io) {
    EXPECT_EQ(Database::open("/nonexistent/folder/test.sqlite").error().code, ErrorCode::io);
}

} // namespace
} // namespace rexue::storage
