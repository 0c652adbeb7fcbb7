// The outbox keeps everything, in order, until the server has it or has refused it for good.
#include "net/outbox/outbox.h"

#include <atomic>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>

#include "net/outbox/ticket_counter.h"
#include "tests/net/outbox/outbox_fixture.h"

namespace rexue::outbox {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<Item> items_of(const base::Result<std::vector<LeasedItem>>& leased) {
    std::vector<Item> items;
    EXPECT_TRUE(leased);
    if (leased) {
        for (const auto& one : *leased)
            items.push_back(one.item);
    }
    return items;
}

TEST_F(OutboxTest, LeasesInTheOrderAppendedAcrossARestart) {
    const auto first = an_event("first");
    const auto second = an_event("second");
    const auto third = a_record("third");
    {
        const auto outbox = open();
        ASSERT_TRUE(outbox->append(std::array{first}));
        ASSERT_TRUE(outbox->append(std::array{second, third}));
    }
    const auto outbox = open();
    EXPECT_THAT(items_of(outbox->lease(ItemKind::event)), ElementsAre(first, second));
    EXPECT_THAT(items_of(outbox->lease(ItemKind::record)), ElementsAre(third));
}

TEST_F(OutboxTest, ABookingWaitsBesideRecordsUnderItsOwnId) {
    const wire::SealedBooking sealed{.booking = base::make_uuid_v7(noon), .ciphertext = "sealed"};
    const auto booking = booking_item(a_day, sealed);
    ASSERT_TRUE(open()->append(std::array{a_record(), booking}));
    const auto outbox = open();
    EXPECT_THAT(items_of(outbox->lease(ItemKind::booking)), ElementsAre(booking));
    EXPECT_EQ(booking.id, sealed.booking);
    EXPECT_EQ(outbox->list()->back().kind, ItemKind::booking);
}

TEST_F(OutboxTest, WhatIsLeasedIsNotLeasedTwiceUntilReleased) {
    const auto outbox = open();
    const auto one = an_event();
    ASSERT_TRUE(outbox->append(std::array{one}));
    const auto leased = outbox->lease(ItemKind::event);
    ASSERT_THAT(*leased, SizeIs(1));
    EXPECT_THAT(*outbox->lease(ItemKind::event), IsEmpty());
    outbox->release(numbers_of(*leased));
    EXPECT_THAT(items_of(outbox->lease(ItemKind::event)), ElementsAre(one));
}

TEST_F(OutboxTest, ALookSeesWhatWaitsAndChangesNothing) {
    const auto outbox = open();
    const std::array items{an_event("1"), a_record("2"), an_event("3"), an_event("4")};
    const auto numbers = outbox->append(items);
    ASSERT_TRUE(numbers);
    ASSERT_TRUE(outbox->quarantine((*numbers)[3], "refused"));
    const auto first = outbox->peek(ItemKind::event, 0, 1);
    ASSERT_TRUE(first);
    ASSERT_EQ(first->size(), 1U);
    EXPECT_EQ(first->front().item.body, items[0].body);
    const auto rest = outbox->peek(ItemKind::event, first->front().number);
    ASSERT_TRUE(rest);
    ASSERT_EQ(rest->size(), 1U);
    EXPECT_EQ(rest->front().item.body, items[2].body);
    const auto briefs = outbox->list();
    ASSERT_TRUE(briefs.has_value());
    for (const ItemBrief& brief : *briefs)
        EXPECT_EQ(brief.tries, 0);
    EXPECT_EQ(outbox->lease(ItemKind::event)->size(), 2U);
    EXPECT_EQ(outbox->peek(ItemKind::event)->size(), 2U) << "whoever holds them";
}

TEST_F(OutboxTest, ALeaseEndsWithTheProcess) {
    const auto one = an_event();
    {
        const auto outbox = open();
        ASSERT_TRUE(outbox->append(std::array{one}));
        ASSERT_THAT(*outbox->lease(ItemKind::event), SizeIs(1));
    }
    EXPECT_THAT(items_of(open()->lease(ItemKind::event)), ElementsAre(one));
}

TEST_F(OutboxTest, ALeaseIsBoundedByItemsAndBytes) {
    const auto outbox = open();
    const std::array three{an_event(std::string(1000, 'x')), an_event(std::string(1000, 'y')),
                           an_event(std::string(1000, 'z'))};
    ASSERT_TRUE(outbox->append(three));
    auto leased = outbox->lease(ItemKind::event, {.items = 2});
    EXPECT_THAT(*leased, SizeIs(2));
    outbox->release(numbers_of(*leased));
    leased = outbox->lease(ItemKind::event, {.bytes = 2500});
    EXPECT_THAT(*leased, SizeIs(2));
    outbox->release(numbers_of(*leased));
    EXPECT_THAT(*outbox->lease(ItemKind::event, {.bytes = 1}), SizeIs(1))
        << "an item longer than the limit is never stuck";
}

TEST_F(OutboxTest, AcknowledgedItemsAreGoneForGood) {
    {
        const auto outbox = open();
        ASSERT_TRUE(outbox->append(std::array{an_event(), an_event()}));
        const auto leased = outbox->lease(ItemKind::event, {.items = 1});
        ASSERT_TRUE(outbox->acknowledge(numbers_of(*leased)));
        EXPECT_TRUE(outbox->acknowledge(numbers_of(*leased))) << "twice is no error";
    }
    EXPECT_EQ(open()->counts()->events, 1);
}

TEST_F(OutboxTest, AppendedTogetherOrNotAtAll) {
    const auto outbox = open();
    Item huge = a_record();
    huge.body.assign(max_body_bytes + 1, 'x');
    const auto appended = outbox->append(std::array{an_event(), huge});
    ASSERT_FALSE(appended);
    EXPECT_EQ(appended.error().code, base::ErrorCode::limit_exceeded);
    EXPECT_EQ(*outbox->counts(), OutboxCounts{});
}

TEST_F(OutboxTest, TheSameItemTwiceWaitsOnce) {
    const auto outbox = open();
    Item one = an_event("as it was");
    const auto first = outbox->append(std::array{one});
    EXPECT_EQ(*outbox->append(std::array{one}), *first);
    one.body = "{}";
    const auto other = outbox->append(std::array{one});
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, base::ErrorCode::conflict);
    EXPECT_EQ(outbox->counts()->events, 1);
}

TEST_F(OutboxTest, QuarantinedItemsStayForStaffAndOutOfTheWay) {
    const auto bad = an_event("bad");
    const auto good = an_event("good");
    ItemNumber number = 0;
    {
        const auto outbox = open();
        number = outbox->append(std::array{bad, good})->front();
        ASSERT_TRUE(outbox->quarantine(number, "malformed"));
    }
    const auto outbox = open();
    EXPECT_THAT(items_of(outbox->lease(ItemKind::event)), ElementsAre(good));
    const auto listed = *outbox->list();
    ASSERT_THAT(listed, SizeIs(2));
    EXPECT_EQ(listed[0], (ItemBrief{.number = number,
                                    .kind = ItemKind::event,
                                    .id = bad.id,
                                    .queued_at = noon,
                                    .status = ItemStatus::quarantined,
                                    .tries = 0,
                                    .refusal = "malformed"}));
    EXPECT_EQ(outbox->counts()->quarantined, 1);
}

TEST_F(OutboxTest, ARequeuedItemTakesItsOldPlace) {
    const auto outbox = open();
    const auto bad = an_event();
    const auto number = outbox->append(std::array{bad, an_event()})->front();
    ASSERT_TRUE(outbox->quarantine(number, "wrong_house"));
    ASSERT_TRUE(outbox->requeue(number));
    EXPECT_EQ(items_of(outbox->lease(ItemKind::event)).front(), bad);
    EXPECT_EQ(outbox->requeue(number).error().code, base::ErrorCode::not_found);
}

// What an operator sees beside the running terminal.
TEST_F(OutboxTest, TheListTellsWhereEachItemIsAndNotWhatItSays) {
    const auto outbox = open();
    ASSERT_TRUE(outbox->append(std::array{an_event("first"), a_record("second")}));
    const auto beside = std::move(*Outbox::open_beside(path(), clock_));
    const auto statuses = [&] {
        std::vector<std::pair<ItemStatus, int>> all;
        const auto items = *beside->list();
        for (const ItemBrief& item : items)
            all.emplace_back(item.status, item.tries);
        return all;
    };
    using enum ItemStatus;
    using Statuses = std::vector<std::pair<ItemStatus, int>>;
    EXPECT_EQ(statuses(), (Statuses{{waiting, 0}, {waiting, 0}}));
    const auto taken = *outbox->lease(ItemKind::event);
    EXPECT_EQ(statuses(), (Statuses{{leased, 1}, {waiting, 0}}));
    outbox->release(numbers_of(taken));
    EXPECT_EQ(statuses(), (Statuses{{waiting, 1}, {waiting, 0}}));
    ASSERT_THAT(*outbox->lease(ItemKind::event), SizeIs(1));
    ASSERT_TRUE(outbox->quarantine(taken.front().number, "forbidden"));
    EXPECT_EQ(statuses(), (Statuses{{quarantined, 2}, {waiting, 0}}));
    EXPECT_EQ(beside->list()->front().refusal, "forbidden");
    EXPECT_THAT(*beside->list(taken.front().number, 5), SizeIs(1)) << "a page behind the first";
}

TEST_F(OutboxTest, WhatAnOperatorPutsBackIsLeasedByTheTerminal) {
    const auto outbox = open();
    const auto item = an_event();
    const auto number = outbox->append(std::array{item})->front();
    ASSERT_TRUE(outbox->quarantine(number, "forbidden"));
    ASSERT_TRUE((*Outbox::open_beside(path(), clock_))->requeue(number));
    EXPECT_THAT(items_of(outbox->lease(ItemKind::event)), ElementsAre(item));
    EXPECT_EQ(outbox->list()->front().refusal, std::nullopt);
}

TEST_F(OutboxTest, ALeaseOfAProcessThatHasEndedIsNotShown) {
    {
        const auto outbox = open();
        ASSERT_TRUE(outbox->append(std::array{an_event()}));
        ASSERT_THAT(*outbox->lease(ItemKind::event), SizeIs(1));
    }
    EXPECT_EQ(open()->list()->front().status, ItemStatus::waiting);
}

TEST_F(OutboxTest, NoOutboxIsMadeForWhoOnlyLooks) {
    EXPECT_EQ(Outbox::open_beside(path(), clock_).error().code, base::ErrorCode::not_found);
    EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(OutboxTest, CountsTellTheOldestWaitingItem) {
    const auto outbox = open();
    EXPECT_EQ(*outbox->counts(), OutboxCounts{});
    const auto old = outbox->append(std::array{an_event()});
    clock_.advance(std::chrono::minutes(5));
    ASSERT_TRUE(outbox->append(std::array{a_record(), a_booking()}));
    EXPECT_EQ(*outbox->counts(),
              (OutboxCounts{.events = 1, .records = 1, .bookings = 1, .oldest = noon}));
    ASSERT_TRUE(outbox->acknowledge(*old));
    EXPECT_EQ(outbox->counts()->oldest, noon + std::chrono::minutes(5));
}

TEST_F(OutboxTest, TellsOfEachAppendAndOfNoFailedOne) {
    const auto outbox = open();
    std::atomic<int> told = 0;
    outbox->on_append([&] { ++told; });
    const auto one = an_event();
    ASSERT_TRUE(outbox->append(std::array{one}));
    Item other = one;
    other.body = "{}";
    ASSERT_FALSE(outbox->append(std::array{other}));
    EXPECT_EQ(told, 1);
}

TEST_F(OutboxTest, ManyThreadsAppendWhileOneDrains) {
    constexpr int threads = 4;
    constexpr int each = 25;
    const auto outbox = open();
    std::vector<std::jthread> writers;
    for (int i = 0; i < threads; ++i) {
        writers.emplace_back([&] {
            for (int k = 0; k < each; ++k)
                EXPECT_TRUE(outbox->append(std::array{an_event()}));
        });
    }
    std::set<base::Uuid> drained;
    while (drained.size() < threads * each) {
        const auto leased = outbox->lease(ItemKind::event);
        ASSERT_TRUE(leased);
        for (const auto& one : *leased)
            EXPECT_TRUE(drained.insert(one.item.id).second);
        ASSERT_TRUE(outbox->acknowledge(numbers_of(*leased)));
    }
}

// Misfortune: the disk is full.

TEST_F(OutboxTest, AFullDiskIsSaidAndNothingHalfIsWritten) {
    auto outbox = std::move(*Outbox::open(path(), clock_, {.max_pages = 24}));
    OutboxCounts before;
    base::Result<CheckedIn> full;
    int last_given = 0;
    for (int i = 0; i < 1000 && full; ++i) {
        before = *outbox->counts();
        full = outbox->check_in(a_day, [](int) -> base::Result<std::vector<Item>> {
            return std::vector{an_event(), a_record(std::string(1000, 'x'))};
        });
        if (full) last_given = full->ticket_count;
    }
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().code, base::ErrorCode::storage_full);
    EXPECT_EQ(*outbox->counts(), before);

    // What was sent makes room again, and the number that could not be kept was not given.
    const auto leased = outbox->lease(ItemKind::record);
    ASSERT_TRUE(outbox->acknowledge(numbers_of(*leased)));
    EXPECT_EQ(next_number(*outbox, a_day), last_given + 1);
}

// Misfortune: the file is not what it was.

TEST_F(OutboxTest, ACorruptFileIsMovedAsideWithAWordAndNeverDeleted) {
    const std::string rubbish(8192, '?');
    std::ofstream(path()) << rubbish;
    const auto refused = Outbox::open(path(), clock_);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::corrupt);
    EXPECT_THAT(refused.error().detail, HasSubstr("outbox.db.corrupt-1"));

    std::ifstream aside(path().string() + ".corrupt-1");
    EXPECT_EQ(std::string(std::istreambuf_iterator(aside), {}), rubbish);
    const auto outbox = open();
    EXPECT_EQ(*outbox->counts(), OutboxCounts{});
}

TEST_F(OutboxTest, ADamagedPageIsNoticedAtTheStart) {
    {
        const auto outbox = open();
        for (int i = 0; i < 50; ++i) {
            ASSERT_TRUE(outbox->append(std::array{an_event(std::string(500, 'x'))}));
        }
    }
    {
        std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(0, std::ios::end);
        const auto size = file.tellp();
        for (std::streamoff page = 2 * 4096; page < size; page += 4096) {
            file.seekp(page);
            file << std::string(64, '\xFF');
        }
    }
    EXPECT_EQ(Outbox::open(path(), clock_).error().code, base::ErrorCode::corrupt);
    EXPECT_TRUE(std::filesystem::exists(path().string() + ".corrupt-1"));
}

TEST_F(OutboxTest, ANumberIsNeverGivenAgainAfterALostDatabase) {
    for (int i = 0; i < 40; ++i)
        ASSERT_TRUE(next_number(*open(), a_day));
    for (int loss = 1; loss <= 2; ++loss) {
        for (const char* suffix : {"-wal", "-shm"}) {
            std::filesystem::remove(path().string() + suffix);
        }
        std::ofstream(path()) << std::string(4096, '?');
        ASSERT_FALSE(Outbox::open(path(), clock_));
        const int jumped = loss * TicketCounter::jump_after_loss;
        EXPECT_EQ(next_number(*open(), a_day), jumped + 1);
        EXPECT_EQ(next_number(*open(), a_day), jumped + 2);
    }
    EXPECT_EQ(next_number(*open(), the_day_after), 1);
}

TEST_F(OutboxTest, AFileOfANewerProgramIsLeftAlone) {
    {
        auto database = storage::Database::open(path());
        ASSERT_TRUE(database->execute("PRAGMA user_version = 99"));
    }
    EXPECT_EQ(Outbox::open(path(), clock_).error().code, base::ErrorCode::unsupported);
    EXPECT_FALSE(std::filesystem::exists(path().string() + ".corrupt-1"));
}

} // namespace

} // namespace rexue::outbox
