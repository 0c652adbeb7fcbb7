// A ticket number may be skipped; it is never given twice.
#include "net/outbox/ticket_counter.h"

#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/net/outbox/outbox_fixture.h"

namespace rexue::outbox {

namespace {

class TicketCounterTest : public OutboxTest {};

TEST_F(TicketCounterTest, EachDayCountsFromOne) {
    const auto outbox = open();
    EXPECT_EQ(next_number(*outbox, a_day), 1);
    EXPECT_EQ(next_number(*outbox, a_day), 2);
    EXPECT_EQ(next_number(*outbox, the_day_after), 1);
}

TEST_F(TicketCounterTest, AClockThatStepsBackGoesOnWithThatDaysCount) {
    const auto outbox = open();
    EXPECT_EQ(next_number(*outbox, a_day), 1);
    EXPECT_EQ(next_number(*outbox, the_day_after), 1);
    EXPECT_EQ(next_number(*outbox, a_day), 2);
    EXPECT_EQ(next_number(*outbox, the_day_after), 2);
}

TEST_F(TicketCounterTest, SurvivesARestart) {
    EXPECT_EQ(next_number(*open(), a_day), 1);
    EXPECT_EQ(next_number(*open(), a_day), 2);
}

TEST_F(TicketCounterTest, GoesOnAboveWhatTheHouseLogShows) {
    const auto outbox = open();
    ASSERT_TRUE(outbox->raise_ticket(a_day, 17));
    EXPECT_EQ(next_number(*outbox, a_day), 18);
    ASSERT_TRUE(outbox->raise_ticket(a_day, 5));
    EXPECT_EQ(next_number(*outbox, a_day), 19);
}

TEST_F(TicketCounterTest, StopsAtTheLastNumber) {
    const auto outbox = open();
    ASSERT_TRUE(outbox->raise_ticket(a_day, TicketCounter::max_count - 1));
    EXPECT_EQ(next_number(*outbox, a_day), TicketCounter::max_count);
    EXPECT_EQ(next_number(*outbox, a_day).error().code, base::ErrorCode::limit_exceeded);
}

TEST_F(TicketCounterTest, ACheckInKeepsNumberAndItemsTogether) {
    const auto outbox = open();
    const auto event = an_event();
    const auto checked_in =
        outbox->check_in(a_day, [&](int count) -> base::Result<std::vector<Item>> {
            EXPECT_EQ(count, 1);
            return std::vector{event, a_record()};
        });
    ASSERT_TRUE(checked_in);
    EXPECT_EQ(checked_in->ticket_count, 1);
    EXPECT_EQ(checked_in->items.size(), 2);
    EXPECT_EQ(outbox->counts()->events, 1);
    EXPECT_EQ(outbox->counts()->records, 1);
}

TEST_F(TicketCounterTest, ACheckInThatCannotBeMadeTakesNoNumber) {
    const auto outbox = open();
    const auto refused = outbox->check_in(a_day, [](int) -> base::Result<std::vector<Item>> {
        return base::fail(base::ErrorCode::internal, "no key to sign with");
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().detail, "no key to sign with");
    EXPECT_EQ(next_number(*outbox, a_day), 1);
    EXPECT_EQ(*outbox->counts(), OutboxCounts{});
}

// However the clock jumps and the program restarts, a day's numbers only grow.
RC_GTEST_FIXTURE_PROP(TicketCounterTest, NumbersOfADayOnlyGrow, ()) {
    const auto days = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4));
    const auto restarts =
        *rc::gen::container<std::vector<bool>>(days.size(), rc::gen::arbitrary<bool>());
    const support::TestFolder folder;
    const auto file = folder.path() / "outbox.db";
    auto outbox = std::move(*Outbox::open(file, clock_));
    std::map<int, int> highest;
    for (size_t i = 0; i < days.size(); ++i) {
        if (restarts[i]) {
            outbox.reset();
            outbox = std::move(*Outbox::open(file, clock_));
        }
        const base::Date day(std::chrono::sys_days(a_day) + std::chrono::days(days[i]));
        const auto count = next_number(*outbox, day);
        RC_ASSERT(count.has_value());
        RC_ASSERT(*count > highest[days[i]]);
        highest[days[i]] = *count;
    }
}

} // namespace

} // namespace rexue::outbox
