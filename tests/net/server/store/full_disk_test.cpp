// The server's disk fills up: said by name, nothing half written, and it goes on afterwards.
#include <gtest/gtest.h>

#include "net/server/store/sqlite_store.h"
#include "tests/net/server/samples.h"
#include "tests/platform/storage/temporary_folder.h"

namespace rexue::server {
namespace {

using base::ErrorCode;

TEST(StoreOnAFullDisk, takes_the_whole_batch_or_nothing) {
    const tests::TemporaryFolder folder;
    const auto path = folder.path() / "store.sqlite";
    {
        ASSERT_TRUE(SqliteStore::open(path));
    }
    auto store = SqliteStore::open(path, {.max_pages = 60});
    ASSERT_TRUE(store) << store.error().detail;
    const auto house = tests::a_house().house;
    ASSERT_TRUE((*store)->put_house(tests::a_house()));

    std::int64_t stored = 0;
    base::Result<std::vector<wire::AppendResult>> results;
    for (int batch = 0; batch < 20; ++batch) {
        std::vector<queue::HouseEvent> events;
        for (int i = 1; i <= 50; ++i) {
            events.push_back(tests::a_check_in(std::string(1, static_cast<char>('A' + batch)) +
                                               std::to_string(1000 + i)));
        }
        results = (*store)->append(house, events);
        if (!results) break;
        stored += 50;
    }
    ASSERT_FALSE(results);
    EXPECT_EQ(results.error().code, ErrorCode::storage_full);
    EXPECT_GT(stored, 0);
    const auto range = (*store)->events_after(house, 0, 10'000);
    ASSERT_TRUE(range);
    EXPECT_EQ(range->last, stored);
    EXPECT_EQ(static_cast<std::int64_t>(range->events.size()), stored);

    // The operator makes room: the same store file takes the next one without a gap.
    (*store).reset();
    auto roomy = SqliteStore::open(path);
    ASSERT_TRUE(roomy);
    const auto after = (*roomy)->append(house, std::vector{tests::a_check_in("Z001")});
    ASSERT_TRUE(after);
    EXPECT_EQ(after->front().sequence, stored + 1);
}

} // namespace
} // namespace rexue::server
