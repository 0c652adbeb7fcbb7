// A house's day as its log tells it: who waits, who is called where, and what an undo brings back.
#include "kiosk/rules/queue/fold.h"

#include <gtest/gtest.h>

#include "tests/support/house_events.h"

namespace rexue::queue {
namespace {

using support::HouseDay;
using support::uuid;
using enum FoldOutcome;

TEST(Fold, ADonorGoesThroughTheHouse) {
    HouseDay day;
    EXPECT_EQ(day.check_in("A001", Intent::platelets_1), applied);
    EXPECT_EQ(day.ticket("A001").status, TicketStatus::waiting);
    EXPECT_EQ(day.ticket("A001").intent, Intent::platelets_1);
    EXPECT_EQ(day.line(), "A001");

    EXPECT_EQ(day.call("A001", "w1"), applied);
    EXPECT_EQ(day.ticket("A001").status, TicketStatus::called);
    EXPECT_EQ(day.ticket("A001").service_point, "w1");
    EXPECT_EQ(day.calls(), "A001@w1");
    EXPECT_EQ(day.line(), "");

    EXPECT_EQ(day.arrive("A001", "w1"), applied);
    EXPECT_EQ(day.ticket("A001").status, TicketStatus::being_served);
    EXPECT_EQ(day.calls(), "A001@w1"); // stays until the point is done

    EXPECT_EQ(day.transfer("A001", "pre_test"), applied);
    EXPECT_EQ(day.calls(), "");
    EXPECT_EQ(day.line(), "");
    EXPECT_EQ(day.line("pre_test"), "A001");
    EXPECT_EQ(day.ticket("A001").times_called, 0);
    EXPECT_EQ(day.ticket("A001").waiting_since, day.last().at);

    EXPECT_EQ(day.call("A001", "w2"), applied);
    EXPECT_EQ(day.leave("A001"), applied);
    EXPECT_EQ(day.ticket("A001").status, TicketStatus::left);
    EXPECT_EQ(day.calls(), "");
}

TEST(Fold, ACallAtOneDeskNeverErasesAnothers) {
    HouseDay day;
    for (const char* ticket : {"A001", "A002", "A003"})
        day.check_in(ticket);
    day.call("A001", "w1");
    day.call("A002", "w2");
    EXPECT_EQ(day.calls(), "A002@w2 A001@w1");
    day.call("A003", "w2");
    EXPECT_EQ(day.calls(), "A003@w2 A001@w1");
    day.recall("A001", "w1");
    EXPECT_EQ(day.calls(), "A001@w1 A003@w2"); // the newest first
    EXPECT_EQ(day.state().calls.front().times, 2);
}

TEST(Fold, ACalledTicketStandsAtOneDeskOnly) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    day.call("A001", "w2");
    EXPECT_EQ(day.calls(), "A001@w2");
    day.arrive("A001", "w3"); // it went to the wrong desk, and was taken in there
    EXPECT_EQ(day.calls(), "");
    EXPECT_EQ(day.ticket("A001").service_point, "w3");
}

TEST(Fold, WhoIsMissedMayComeBackToTheEndOfTheLine) {
    HouseDay day;
    day.check_in("A001");
    day.check_in("A002");
    day.call("A001", "w1");
    EXPECT_EQ(day.miss("A001"), applied);
    EXPECT_EQ(day.ticket("A001").status, TicketStatus::missed);
    EXPECT_EQ(day.ticket("A001").service_point, "w1");
    EXPECT_EQ(day.calls(), "");
    EXPECT_EQ(day.line(), "A002");
    EXPECT_EQ(day.come_back("A001"), applied);
    EXPECT_EQ(day.line(), "A002 A001");
    EXPECT_EQ(day.ticket("A001").times_called, 0);
}

TEST(Fold, WhoIsMissedMayBeCalledOrTakenInAtOnce) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    day.miss("A001");
    EXPECT_EQ(day.call("A001", "w2"), applied);
    EXPECT_EQ(day.calls(), "A001@w2");
    day.miss("A001");
    EXPECT_EQ(day.arrive("A001", "w1"), applied);
    EXPECT_EQ(day.ticket("A001").status, TicketStatus::being_served);
}

TEST(Fold, ChangesNothingThatCannotBe) {
    HouseDay day;
    day.check_in("A001");
    const QueueState waiting = day.state();
    EXPECT_EQ(day.miss("A001"), not_possible); // never called
    EXPECT_EQ(day.come_back("A001"), not_possible);
    EXPECT_EQ(day.call("A002", "w1"), unknown_ticket);
    EXPECT_EQ(day.transfer("B001", "pre_test"), unknown_ticket);
    EXPECT_EQ(day.leave("B001"), unknown_ticket);
    EXPECT_EQ(day.check_in("A001"), already_so);
    EXPECT_EQ(day.undo(uuid(77)), already_so);
    EXPECT_EQ(day.answer_help(uuid(77)), already_so);
    EXPECT_EQ(day.transfer("A001", "examination"), already_so); // keeps its place in the line
    EXPECT_EQ(day.state(), waiting);

    day.leave("A001");
    const QueueState gone = day.state();
    EXPECT_EQ(day.call("A001", "w1"), not_possible);
    EXPECT_EQ(day.arrive("A001", "w1"), already_so);
    EXPECT_EQ(day.leave("A001"), already_so);
    EXPECT_EQ(day.state(), gone);
}

TEST(Fold, ArrivingTwiceIsArrivingOnce) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    day.arrive("A001", "w1");
    const QueueState served = day.state();
    EXPECT_EQ(day.arrive("A001", "w1"), already_so);
    EXPECT_EQ(day.state(), served);
}

TEST(Fold, AnEventThatComesTwiceCountsOnceHoweverLate) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    const HouseEvent call = day.last();
    EXPECT_EQ(day.repeat(), already_so);
    EXPECT_EQ(day.ticket("A001").times_called, 1);
    day.undo();
    EXPECT_EQ(day.add(call), already_so); // what was taken back does not come in by the back door
    EXPECT_EQ(day.line(), "A001");

    day.ask_for_help();
    const HouseEvent request = day.last();
    day.answer_help(request.id);
    EXPECT_EQ(day.add(request), already_so);
    EXPECT_TRUE(day.state().help.empty());
}

TEST(Fold, AnEventThatLacksItsMembersChangesNothing) {
    HouseDay day;
    day.check_in("A001");
    const QueueState before = day.state();
    for (const EventKind kind :
         {EventKind::checked_in, EventKind::called, EventKind::recalled, EventKind::arrived,
          EventKind::missed, EventKind::returned, EventKind::transferred, EventKind::left,
          EventKind::undone, EventKind::help_answered, EventKind::help_ended,
          EventKind::reviewed}) {
        EXPECT_EQ(day.add(day.plain(kind)), not_possible);
    }
    EXPECT_EQ(day.state(), before);
}

TEST(Fold, HelpIsOpenUntilSomebodyAnswers) {
    HouseDay day;
    EXPECT_EQ(day.ask_for_help(), applied);
    const auto first = day.last().id;
    day.ask_for_help();
    ASSERT_EQ(day.state().help.size(), 2U);
    EXPECT_EQ(day.state().help.front().id, first); // oldest first
    EXPECT_EQ(day.state().help.front().terminal, "t1");
    EXPECT_EQ(day.answer_help(first), applied);
    EXPECT_EQ(day.answer_help(first), already_so);
    EXPECT_EQ(day.state().help.size(), 1U);
}

TEST(Fold, WhatACallWasAboutIsMendedAndNobodyHasToCome) {
    HouseDay day;
    HouseEvent request = day.plain(EventKind::help_requested);
    request.about = help_about::out_of_paper;
    EXPECT_EQ(day.add(request), applied);
    EXPECT_EQ(day.state().help.front().about, help_about::out_of_paper);
    HouseEvent of_another = day.undoing(EventKind::help_ended, request.id);
    of_another.terminal = "t2";
    EXPECT_EQ(day.add(of_another), already_so) << "another terminal cannot know";
    EXPECT_EQ(day.add(day.undoing(EventKind::help_ended, request.id)), applied);
    EXPECT_TRUE(day.state().help.empty());
}

TEST(Fold, AStepOfAReviewIsCountedAndMovesNobody) {
    HouseDay day;
    day.check_in("A001");
    const auto line = day.line();
    HouseEvent step = day.of(EventKind::reviewed, "A001");
    step.visit = day.ticket("A001").visit;
    EXPECT_EQ(day.add(step), applied);
    EXPECT_EQ(day.repeat(), already_so);
    EXPECT_EQ(day.state().steps_of_reviews, 1);
    EXPECT_EQ(day.line(), line);
}

TEST(Fold, ALaterDayStartsEmptyAndAnEarlierOneIsIgnored) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    day.ask_for_help();
    const HouseEvent yesterday = day.last();
    day.next_day();
    EXPECT_EQ(day.check_in("A001"), applied); // numbers restart
    EXPECT_EQ(day.line(), "A001");
    EXPECT_EQ(day.calls(), "");
    EXPECT_TRUE(day.state().help.empty());
    EXPECT_TRUE(day.state().steps.empty());
    EXPECT_EQ(day.add(yesterday), other_day);
    EXPECT_EQ(day.undo(yesterday.id), already_so);
}

TEST(Line, IsByTheTimeOfJoiningThenByNumber) {
    HouseDay day;
    day.check_in("A002");
    day.stand_still();
    for (const char* ticket : {"B001", "A1000", "A999", "A003"})
        day.check_in(ticket);
    EXPECT_EQ(day.line(), "A002 A003 A999 A1000 B001");
}

TEST(Line, OfAStageIsByJoiningThatStage) {
    HouseDay day;
    day.check_in("A001");
    day.check_in("A002");
    day.transfer("A002", "pre_test");
    day.transfer("A001", "pre_test");
    EXPECT_EQ(day.line("pre_test"), "A002 A001");
}

struct UndoRow {
    const char* step;
    std::function<FoldOutcome(HouseDay&)> take;
    std::function<void(HouseDay&)> before;
};

void called(HouseDay& day) {
    day.call("A001", "w1");
}
void missed(HouseDay& day) {
    day.call("A001", "w1");
    day.miss("A001");
}
void nothing(HouseDay&) {}

TEST(Undo, BringsBackEverythingButTheLog) {
    const UndoRow rows[] = {
        {"called", [](HouseDay& d) { return d.call("A001", "w1"); }, nothing},
        {"called after a miss", [](HouseDay& d) { return d.call("A001", "w2"); }, missed},
        {"called where another stands", [](HouseDay& d) { return d.call("A001", "w2"); }, nothing},
        {"recalled", [](HouseDay& d) { return d.recall("A001", "w1"); }, called},
        {"arrived", [](HouseDay& d) { return d.arrive("A001", "w1"); }, called},
        {"arrived elsewhere", [](HouseDay& d) { return d.arrive("A001", "w3"); }, called},
        {"missed", [](HouseDay& d) { return d.miss("A001"); }, called},
        {"returned", [](HouseDay& d) { return d.come_back("A001"); }, missed},
        {"transferred", [](HouseDay& d) { return d.transfer("A001", "pre_test"); }, called},
        {"left", [](HouseDay& d) { return d.leave("A001"); }, called},
        {"left from the line", [](HouseDay& d) { return d.leave("A001"); }, nothing},
    };
    for (const UndoRow& row : rows) {
        HouseDay day;
        for (const char* ticket : {"A001", "A002", "A003"})
            day.check_in(ticket);
        day.call("A002", "w2");
        day.call("A003", "w3");
        row.before(day);
        QueueState before = day.state();
        ASSERT_EQ(row.take(day), applied) << row.step;
        ASSERT_NE(day.state(), before) << row.step;
        EXPECT_EQ(day.undo(), applied) << row.step;
        before.applied = day.state().applied; // what was seen stays seen
        EXPECT_EQ(day.state(), before) << row.step;
        EXPECT_EQ(day.undo(day.last().id), already_so) << row.step;
    }
}

TEST(Undo, LeavesWhatHappenedAtOtherDesksMeanwhile) {
    HouseDay day;
    for (const char* ticket : {"A001", "A002", "A003"})
        day.check_in(ticket);
    day.call("A001", "w1");
    const auto call = day.last().id;
    day.call("A002", "w2");
    day.recall("A002", "w2");
    EXPECT_EQ(day.undo(call), applied);
    EXPECT_EQ(day.calls(), "A002@w2");
    EXPECT_EQ(day.line(), "A001 A003");
    EXPECT_EQ(day.ticket("A002").times_called, 2);
}

TEST(Undo, OfACallGivesTheDeskItsFormerOneBack) {
    HouseDay day;
    day.check_in("A001");
    day.check_in("A002");
    day.call("A001", "w1");
    day.call("A002", "w1"); // a slip of the finger
    EXPECT_EQ(day.calls(), "A002@w1");
    day.undo();
    EXPECT_EQ(day.calls(), "A001@w1");
}

TEST(Undo, DoesNotBringBackACallThatIsOver) {
    HouseDay day;
    day.check_in("A001");
    day.check_in("A002");
    day.call("A001", "w1");
    day.call("A002", "w1");
    const auto second = day.last().id;
    day.transfer("A001", "pre_test");
    EXPECT_EQ(day.undo(second), applied);
    EXPECT_EQ(day.calls(), "");
}

TEST(Undo, NeverTakesADeskFromANewerCall) {
    HouseDay day;
    day.check_in("A001");
    day.check_in("A002");
    day.call("A001", "w1");
    day.miss("A001");
    const auto miss = day.last().id;
    day.call("A002", "w1");
    EXPECT_EQ(day.undo(miss), applied);
    EXPECT_EQ(day.calls(), "A002@w1");
    EXPECT_EQ(day.ticket("A001").status, TicketStatus::called);
}

TEST(Undo, CannotTakeBackWhatSomethingRestsOn) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    const auto call = day.last().id;
    day.transfer("A001", "pre_test");
    const auto transfer = day.last().id;
    EXPECT_EQ(day.undo(call), not_possible);
    EXPECT_EQ(day.line("pre_test"), "A001");
    EXPECT_EQ(day.undo(transfer), applied); // but newest first, it can
    EXPECT_EQ(day.undo(call), applied);
    EXPECT_EQ(day.line(), "A001");
}

TEST(Undo, KeepsTheOrderOfOtherCallsWhateverTheirClocksSay) {
    HouseDay day;
    for (const char* ticket : {"A001", "A002", "A003"})
        day.check_in(ticket);
    day.call("A001", "w1");
    day.wait(-std::chrono::minutes(30)); // the clock is set back
    day.call("A002", "w2");
    day.call("A003", "w3");
    day.undo();
    EXPECT_EQ(day.calls(), "A002@w2 A001@w1");
}

TEST(Undo, TakesTheTempoBackToo) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    ASSERT_EQ(day.state().tempo.size(), 1U);
    day.undo();
    EXPECT_TRUE(day.state().tempo.empty());
}

TEST(Undo, IsForgottenBeyondItsLimit) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    const auto first = day.last().id;
    for (size_t i = 0; i < max_undo_steps; ++i)
        day.recall("A001", "w1");
    EXPECT_EQ(day.state().steps.size(), max_undo_steps);
    EXPECT_EQ(day.undo(first), already_so);
    EXPECT_EQ(day.ticket("A001").times_called, static_cast<int>(max_undo_steps) + 1);
}

TEST(LastStep, IsTheDesksNewest) {
    HouseDay day;
    day.check_in("A001");
    day.check_in("A002");
    EXPECT_EQ(last_step_of(day.state(), "w1"), std::nullopt); // a check-in is no desk's
    day.call("A001", "w1");
    const auto call = day.last().id;
    EXPECT_EQ(last_step_of(day.state(), "w1"), call);
    EXPECT_EQ(last_step_of(day.state(), "w2"), std::nullopt);
    day.call("A002", "w2");
    EXPECT_EQ(last_step_of(day.state(), "w1"), call);
    day.transfer("A001", "pre_test"); // says no desk, but it was w1 that was done
    EXPECT_EQ(last_step_of(day.state(), "w1"), day.last().id);
}

TEST(LastStep, IsNoneWhenTheDonorHasGoneOnElsewhere) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    day.transfer("A001", "pre_test");
    day.call("A001", "w2");
    EXPECT_EQ(last_step_of(day.state(), "w1"), std::nullopt);
    EXPECT_EQ(last_step_of(day.state(), "w2"), day.last().id);
}

TEST(Tempo, KeepsTheNewestCallsOfAStage) {
    HouseDay day;
    for (int i = 1; i <= static_cast<int>(max_tempo_samples) + 3; ++i) {
        const std::string ticket = "A0" + std::string(i < 10 ? "0" : "") + std::to_string(i);
        day.check_in(ticket);
        day.call(ticket, "w1");
        day.recall(ticket, "w1"); // says nothing about the tempo
    }
    ASSERT_EQ(day.state().tempo.size(), 1U);
    EXPECT_EQ(day.state().tempo.front().stage, "examination");
    EXPECT_EQ(day.state().tempo.front().calls.size(), max_tempo_samples);
    EXPECT_EQ(day.state().tempo.front().calls.back(), day.last().at - std::chrono::minutes(1));
}

} // namespace
} // namespace rexue::queue
