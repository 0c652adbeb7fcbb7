// A disk that fills up or a file that rots: named, and nothing half written.
#include <gtest/gtest.h>

#include "platform/storage/database.h"
#include "platform/storage/file.h"
#include "tests/platform/storage/temporary_folder.h"

namespace rexue::storage {
namespace {

using base::ErrorCode;

TEST(FullDisk, is_storage_full_and_the_transaction_never_happened) {
    const tests::TemporaryFolder folder;
    auto database = Database::open(folder.path() / "small.sqlite", {.max_pages = 8});
    ASSERT_TRUE(database);
    ASSERT_TRUE(database->execute("CREATE TABLE t (b BLOB)"));

    base::Status status;
    {
        auto transaction = database->begin();
        ASSERT_TRUE(transaction);
        const base::Bytes page(4000);
        for (int i = 0; i < 20 && status; ++i) {
            status = database->prepare("INSERT INTO t VALUES ($1)")->bind(page).run();
        }
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().code, ErrorCode::storage_full);
    }
    auto rows = database->prepare("SELECT count(*) FROM t");
    ASSERT_TRUE(rows->step().value());
    EXPECT_EQ(rows->column<int>(0), 0);
    EXPECT_TRUE(database->prepare("INSERT INTO t VALUES ($1)")->bind(base::Bytes(10)).run())
        << "a small write still goes through afterwards";
}

TEST(RottenFile, is_corrupt) {
    const tests::TemporaryFolder folder;
    const auto path = folder.path() / "rotten.sqlite";
    ASSERT_TRUE(write_file_atomically(path, base::Bytes(8192, std::byte{0x5A}), 0600));
    EXPECT_EQ(Database::open(path).error().code, ErrorCode::corrupt);
}

} // namespace
} // namespace rexue::storage
