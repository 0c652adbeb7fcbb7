// A follower's view: own donors count at once, nobody counts twice when the line is back.
#include "kiosk/rules/queue/log_view.h"

#include <gtest/gtest.h>

#include "tests/support/house_events.h"

namespace rexue::queue {
namespace {

using support::HouseDay;

HouseEvent check_in_of(HouseDay& day, const std::string& ticket) {
    auto event = day.of(EventKind::checked_in, ticket);
    event.visit = support::uuid(900);
    event.intent = Intent::whole_blood_300;
    event.stage = "examination";
    return event;
}

TEST(LogView, FollowsTheSequence) {
    HouseDay day;
    LogView view;
    view.take_snapshot({check_in_of(day, "A001")}, 1);
    view.follow(check_in_of(day, "A002"), 2);
    view.follow(day.at_point(EventKind::called, "A001", "w1"), 3);
    EXPECT_EQ(view.last_sequence(), 3);
    EXPECT_EQ(view.state().tickets.size(), 2U);
    EXPECT_EQ(view.state().calls.size(), 1U);
}

TEST(LogView, PassesOverWhatItHasSeen) {
    HouseDay day;
    LogView view;
    view.take_snapshot({check_in_of(day, "A001")}, 5);
    view.follow(check_in_of(day, "A002"), 5);
    view.follow(check_in_of(day, "A003"), 4);
    EXPECT_EQ(view.last_sequence(), 5);
    EXPECT_EQ(view.state().tickets.size(), 1U);
}

TEST(LogView, CountsOwnDonorsBeforeAnySnapshot) {
    HouseDay day;
    LogView view;
    const HouseEvent own = check_in_of(day, "A001");
    view.add_own(own);
    EXPECT_EQ(view.state().tickets.size(), 1U);
    EXPECT_EQ(view.last_sequence(), 0);
    view.take_snapshot({check_in_of(day, "B001")}, 1); // the server has not got it yet
    EXPECT_EQ(view.state().tickets.size(), 2U);
    view.take_snapshot({check_in_of(day, "B001"), own}, 2); // and now it has
    EXPECT_EQ(view.state().tickets.size(), 2U);
}

TEST(LogView, CountsOwnDonorsOnceWhenTheyComeBack) {
    HouseDay day;
    LogView view;
    view.take_snapshot({}, 7);
    const HouseEvent own = check_in_of(day, "A001");
    view.add_own(own);
    view.follow(own, 8);
    EXPECT_EQ(view.state().tickets.size(), 1U);
    // The place it has in the sequence is what counts from now on: it can be called.
    view.follow(day.at_point(EventKind::called, "A001", "w1"), 9);
    EXPECT_EQ(view.state().calls.size(), 1U);
    EXPECT_EQ(view.state().tickets.front().times_called, 1);
}

TEST(LogView, CountsOwnDonorsOnceAfterARestart) {
    // The outbox still holds a request that the server has, and that was answered since.
    HouseDay day;
    LogView view;
    const HouseEvent own = day.plain(EventKind::help_requested);
    view.take_snapshot({own, day.undoing(EventKind::help_answered, own.id)}, 2);
    view.add_own(own);
    EXPECT_TRUE(view.state().help.empty());
}

TEST(LogView, KeepsOwnEventsOnTopOfASnapshotThatReplacesEverything) {
    HouseDay day;
    LogView view;
    view.take_snapshot({check_in_of(day, "B001"), check_in_of(day, "B002")}, 2);
    view.add_own(check_in_of(day, "A001"));
    view.take_snapshot({check_in_of(day, "B003")}, 9);
    EXPECT_EQ(view.state().tickets.size(), 2U);
    EXPECT_NE(find_ticket(view.state(), "B003"), nullptr);
    EXPECT_NE(find_ticket(view.state(), "A001"), nullptr);
    EXPECT_EQ(view.last_sequence(), 9);
}

TEST(LogView, GoesBackWhenTheServersLogDid) {
    HouseDay day;
    LogView view;
    view.take_snapshot({check_in_of(day, "B001")}, 50);
    view.take_snapshot({}, 3); // the house's log was restored from a backup
    EXPECT_EQ(view.last_sequence(), 3);
    view.follow(check_in_of(day, "B002"), 4);
    EXPECT_EQ(view.state().tickets.size(), 1U);
}

TEST(LogView, DoesNotCarryYesterdaysUnsentEventsIntoToday) {
    HouseDay day;
    LogView view;
    view.add_own(check_in_of(day, "A001"));
    day.next_day();
    view.follow(check_in_of(day, "B001"), 1);
    EXPECT_EQ(view.state().tickets.size(), 1U);
    EXPECT_EQ(view.state().tickets.front().ticket, "B001");
}

TEST(LogView, OwnFirstEventStartsTheDay) {
    HouseDay day;
    LogView view;
    view.take_snapshot({check_in_of(day, "B001")}, 1);
    day.next_day();
    view.add_own(check_in_of(day, "A001"));
    ASSERT_EQ(view.state().tickets.size(), 1U);
    EXPECT_EQ(view.state().tickets.front().ticket, "A001");
}

} // namespace
} // namespace rexue::queue
