// How long until it is my turn: from station practice first, from the day's own tempo later.
#include "kiosk/rules/queue/estimate.h"

#include <gtest/gtest.h>

#include "tests/support/house_events.h"

namespace rexue::queue {
namespace {

using namespace std::chrono_literals;
using support::HouseDay;

std::string number(int count) {
    return (count < 10 ? "A00" : "A0") + std::to_string(count);
}

void people_wait(HouseDay& day, int first, int last) {
    for (int i = first; i <= last; ++i)
        day.check_in(number(i));
}

TEST(Estimate, RestsOnStationPracticeInTheMorning) {
    struct Row {
        int waiting;
        int points;
        int from;
        int to;
    };
    // Three to five minutes each, and one's own predecessor may only have begun.
    const Row rows[] = {
        {0, 1, 0, 5}, {1, 1, 3, 10}, {3, 1, 9, 20}, {3, 2, 4, 10},
        {3, 3, 3, 7}, {3, 0, 9, 20}, // a house that names no desk has one all the same
    };
    for (const Row& row : rows) {
        HouseDay day;
        people_wait(day, 1, row.waiting);
        const auto wait = estimate_wait(day.state(), "examination", "", row.points);
        EXPECT_EQ(wait.people_ahead, row.waiting);
        EXPECT_EQ(wait.from, std::chrono::minutes(row.from)) << row.waiting << '/' << row.points;
        EXPECT_EQ(wait.to, std::chrono::minutes(row.to)) << row.waiting << '/' << row.points;
    }
}

TEST(Estimate, CountsWhoIsAheadOfATicket) {
    HouseDay day;
    people_wait(day, 1, 4);
    EXPECT_EQ(estimate_wait(day.state(), "examination", "A001", 1).people_ahead, 0);
    EXPECT_EQ(estimate_wait(day.state(), "examination", "A003", 1).people_ahead, 2);
    // A number that is not in the line yet joins at its end.
    EXPECT_EQ(estimate_wait(day.state(), "examination", "A009", 1).people_ahead, 4);
    EXPECT_EQ(estimate_wait(day.state(), "collection", "", 1).people_ahead, 0);
}

TEST(Estimate, IsNothingForATicketThatWaitsNoMore) {
    HouseDay day;
    people_wait(day, 1, 4);
    day.call("A004", "w1");
    EXPECT_EQ(estimate_wait(day.state(), "examination", "A004", 1), WaitEstimate{});
    day.transfer("A004", "pre_test");
    EXPECT_EQ(estimate_wait(day.state(), "examination", "A004", 1), WaitEstimate{});
    EXPECT_EQ(estimate_wait(day.state(), "pre_test", "A004", 1).to, 5min);
}

// Calls 8, 8, 2, 20 minutes apart, two people still waiting.
HouseDay a_day_with_calls(std::initializer_list<std::chrono::minutes> gaps) {
    HouseDay day;
    people_wait(day, 1, 9);
    day.stand_still();
    int next = 1;
    day.call(number(next++), "w1");
    for (const auto gap : gaps)
        day.wait(gap).call(number(next++), "w1");
    return day;
}

TEST(Estimate, LearnsTheDaysOwnTempoFromFiveCalls) {
    // The median gap of 8, 8, 2 and 20 minutes is 8: six to ten minutes a person.
    const HouseDay day = a_day_with_calls({8min, 8min, 2min, 20min});
    const auto wait = estimate_wait(day.state(), "examination", "", 1);
    EXPECT_EQ(wait.people_ahead, 4);
    EXPECT_EQ(wait.from, 24min);
    EXPECT_EQ(wait.to, 50min);
    // The gaps hold already how many desks are at work.
    EXPECT_EQ(estimate_wait(day.state(), "examination", "", 3), wait);
}

TEST(Estimate, DoesNotTakeFourCallsForATempo) {
    const HouseDay day = a_day_with_calls({8min, 8min, 2min});
    EXPECT_EQ(estimate_wait(day.state(), "examination", "", 1).from, 15min); // 5 people, 3 each
}

TEST(Estimate, LeavesLunchOut) {
    const HouseDay day = a_day_with_calls({8min, 8min, 45min, 2min, 20min});
    EXPECT_EQ(estimate_wait(day.state(), "examination", "", 1).from, 18min); // 3 people, 6 each
    // With lunch among five, too little is left to rest on.
    const HouseDay morning = a_day_with_calls({8min, 8min, 45min, 2min});
    EXPECT_EQ(estimate_wait(morning.state(), "examination", "", 1).from, 12min);
}

TEST(Estimate, ForgetsACallThatWasTakenBack) {
    HouseDay day = a_day_with_calls({8min, 8min, 2min, 20min});
    const auto before = estimate_wait(day.state(), "examination", "", 1);
    day.wait(1min).call("A009", "w1");
    day.undo();
    EXPECT_EQ(estimate_wait(day.state(), "examination", "", 1), before);
}

} // namespace
} // namespace rexue::queue
