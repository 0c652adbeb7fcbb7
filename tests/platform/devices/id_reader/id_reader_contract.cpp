#include "tests/platform/devices/id_reader/id_reader_contract.h"

#include <thread>

namespace rexue::devices {

TEST_P(IdReaderContract, ReportsACardOnceForEachTimeItIsLaidDown) {
    const auto patience = bench->patience();
    const auto reader = bench->make_reader(heard.sink());
    ASSERT_TRUE(heard.await(IdReaderCondition::ready, patience));
    bench->lay_card();
    ASSERT_TRUE(heard.await(IdReaderCondition::reading, patience));
    ASSERT_TRUE(heard.await_card(patience));
    ASSERT_TRUE(heard.await(IdReaderCondition::card_done, patience));
    // It lies there for a while, many searches long, and is not told again.
    EXPECT_FALSE(heard.await(IdReaderCondition::ready, std::chrono::milliseconds(200)));
    EXPECT_EQ(reader->condition(), IdReaderCondition::card_done);
    EXPECT_EQ(heard.cards(), 1U);
    bench->lift_card();
    ASSERT_TRUE(heard.await(IdReaderCondition::ready, patience));
    bench->lay_card();
    ASSERT_TRUE(heard.await_card(patience));
    EXPECT_EQ(heard.cards(), 2U);
}

TEST_P(IdReaderContract, IsDestroyedWithinOnePollAtAnyMoment) {
    const auto destroyed_in = [](std::unique_ptr<IdReader> reader) {
        const auto start = std::chrono::steady_clock::now();
        reader.reset();
        return std::chrono::steady_clock::now() - start;
    };
    constexpr std::chrono::milliseconds one_poll(300);
    EXPECT_LT(destroyed_in(bench->make_reader(heard.sink())), one_poll);
    auto reader = bench->make_reader(heard.sink());
    ASSERT_TRUE(heard.await(IdReaderCondition::ready, bench->patience()));
    EXPECT_LT(destroyed_in(std::move(reader)), one_poll);
    reader = bench->make_reader(heard.sink());
    bench->lay_card();
    ASSERT_TRUE(heard.await(IdReaderCondition::reading, bench->patience()));
    EXPECT_LT(destroyed_in(std::move(reader)), one_poll);
}

TEST_P(IdReaderContract, IsSilentOnceDestroyed) {
    auto reader = bench->make_reader(heard.sink());
    ASSERT_TRUE(heard.await(IdReaderCondition::ready, bench->patience()));
    reader.reset();
    bench->lay_card();
    EXPECT_FALSE(
        heard.await([](const IdReaderEvent&) { return true; }, std::chrono::milliseconds(100)));
}

TEST_P(IdReaderContract, TellsItsConditionToAnyThread) {
    const auto reader = bench->make_reader(heard.sink());
    ASSERT_TRUE(heard.await(IdReaderCondition::ready, bench->patience()));
    IdReaderCondition seen = IdReaderCondition::absent;
    std::thread([&] { seen = reader->condition(); }).join();
    EXPECT_EQ(seen, IdReaderCondition::ready);
}

} // namespace rexue::devices
