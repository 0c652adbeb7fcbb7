// At the desk: one tap, one command, and the queue as everybody sees it.
#include <gtest/gtest.h>

#include "tests/support/staff_desk.h"

namespace rexue::flow::staff {
namespace {

using support::HouseDay;
using support::StaffDesk;

TEST(Desk, CallsTheNext) {
    HouseDay day;
    day.check_in("A001");
    day.check_in("A002");
    StaffDesk desk;
    desk.at("w1").see(day);
    EXPECT_EQ(next_ticket(desk.session), "A001");
    desk.tap(Command::next);
    ASSERT_NE(desk.effect<Call>(), nullptr);
    EXPECT_EQ(desk.effect<Call>()->command, Command::next);
    EXPECT_EQ(desk.effect<Call>()->service_point, "w1");
    EXPECT_EQ(desk.effect<Call>()->ticket, std::nullopt); // the server decides who
    EXPECT_EQ(desk.effect<Call>()->token, "token-1");
    EXPECT_EQ(desk.session.busy, Command::next);

    day.call("A001", "w1");
    desk.on(Decided{}).see(day);
    EXPECT_FALSE(desk.session.busy.has_value());
    ASSERT_NE(at_desk(desk.session), nullptr);
    EXPECT_EQ(at_desk(desk.session)->ticket, "A001");
    EXPECT_EQ(next_ticket(desk.session), "A002");
}

TEST(Desk, TwoQuickTapsAreOneCommand) {
    StaffDesk desk;
    desk.at("w1").tap(Command::next).tap(Command::next);
    EXPECT_TRUE(desk.effects.empty());
    desk.tap(Command::undo);
    EXPECT_TRUE(desk.effects.empty());
    desk.on(Decided{}).tap(Command::undo);
    EXPECT_NE(desk.effect<Call>(), nullptr);
}

TEST(Desk, NamesTheTicketThatACommandIsFor) {
    HouseDay day;
    day.check_in("A001");
    day.check_in("A002");
    day.call("A001", "w1");
    day.call("A002", "w2");
    for (const Command command :
         {Command::recall, Command::missed, Command::arrived, Command::served}) {
        StaffDesk desk;
        desk.at("w2").see(day).tap(command);
        ASSERT_NE(desk.effect<Call>(), nullptr);
        EXPECT_EQ(desk.effect<Call>()->ticket, "A002");
    }
}

TEST(Desk, HasNothingToRecallWhenNobodyIsThere) {
    for (const Command command :
         {Command::recall, Command::missed, Command::arrived, Command::served}) {
        StaffDesk desk;
        desk.at("w1").tap(command);
        EXPECT_TRUE(desk.effects.empty());
        EXPECT_FALSE(desk.session.busy.has_value());
    }
}

TEST(Desk, DoesNotLeaveSomebodyStandingForTheNext) {
    HouseDay day;
    day.check_in("A001");
    day.check_in("A002");
    day.call("A001", "w1");
    day.arrive("A001", "w1");
    StaffDesk desk;
    desk.at("w1").see(day).tap(Command::next);
    EXPECT_TRUE(desk.effects.empty());
    day.transfer("A001", "pre_test");
    desk.see(day).tap(Command::next);
    EXPECT_NE(desk.effect<Call>(), nullptr);
}

TEST(Desk, SaysWhyACommandWasRefused) {
    for (const Remark why : {Remark::nobody_waits, Remark::server_away, Remark::not_allowed}) {
        StaffDesk desk;
        desk.at("w1").tap(Command::next).on(CallRefused{.why = why});
        EXPECT_EQ(desk.session.state, State::desk);
        EXPECT_EQ(desk.session.remark, why);
        EXPECT_FALSE(desk.session.busy.has_value());
        desk.tap(Command::next); // trying again takes the remark away
        EXPECT_FALSE(desk.session.remark.has_value());
        EXPECT_NE(desk.effect<Call>(), nullptr);
    }
}

TEST(Desk, IsToldWhenAnotherWasQuicker) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    for (const Command command : {Command::arrived, Command::missed, Command::served}) {
        StaffDesk desk;
        desk.at("w1").see(day).tap(command).on(CallRefused{.why = Remark::moved_on});
        EXPECT_EQ(desk.session.remark, Remark::moved_on);
        EXPECT_FALSE(desk.session.busy.has_value());
    }
}

// The first answer did not come, the second is a no: what was wanted is so all the same.
TEST(Desk, IsNotToldSoOfWhatItDidItself) {
    const auto refused_after = [](Command command, auto first_time) {
        HouseDay day;
        day.check_in("A001");
        if (command != Command::next) day.call("A001", "w1");
        StaffDesk desk;
        desk.at("w1").see(day).tap(command);
        first_time(day);
        desk.see(day).on(CallRefused{.why = Remark::moved_on});
        EXPECT_FALSE(desk.session.busy.has_value());
        return desk.session.remark;
    };
    EXPECT_EQ(refused_after(Command::next, [](auto& day) { day.call("A001", "w1"); }),
              std::nullopt);
    // The house log may come after the refusal.
    EXPECT_EQ(refused_after(Command::next, [](auto&) {}), std::nullopt);
    EXPECT_EQ(refused_after(Command::arrived, [](auto& day) { day.arrive("A001", "w1"); }),
              std::nullopt);
    EXPECT_EQ(refused_after(Command::served, [](auto& day) { day.transfer("A001", "pre_test"); }),
              std::nullopt);
}

TEST(Desk, SeesWhatTheOperatorHasToHearOf) {
    StaffDesk desk;
    desk.at("w1").on(HealthChanged{.health = {.kept_back = 2, .clock_is_behind = true}});
    EXPECT_EQ(desk.session.health.kept_back, 2);
    desk.on(SignOutTapped{}); // a sign-out mends nothing
    EXPECT_TRUE(desk.session.health.clock_is_behind);
}

TEST(Desk, TakesAnAnswerAfterItWasLeft) {
    StaffDesk desk;
    desk.at("w1").tap(Command::next).on(ChangeDeskTapped{});
    EXPECT_EQ(desk.session.state, State::choose_desk);
    desk.on(Decided{}).on(DeskTapped{.service_point = "w2"}).tap(Command::next);
    EXPECT_EQ(desk.effect<Call>()->service_point, "w2");
}

TEST(Desk, WaitsForItsOwnStageOnly) {
    HouseDay day;
    day.check_in("A001");
    StaffDesk desk;
    desk.at("c1").see(day);
    EXPECT_EQ(next_ticket(desk.session), std::nullopt);
    day.transfer("A001", "collection");
    desk.see(day);
    EXPECT_EQ(next_ticket(desk.session), "A001");
}

TEST(Desk, MayRepeatTheCallsOfItsStageTheNewestFirst) {
    HouseDay day;
    const auto is_called_and_missed = [&](const char* ticket, const char* point) {
        day.call(ticket, point);
        day.miss(ticket);
    };
    for (const char* ticket : {"A001", "A002", "A003"})
        day.check_in(ticket);
    is_called_and_missed("A002", "w2");
    is_called_and_missed("A001", "w1");
    day.transfer("A003", "collection");
    is_called_and_missed("A003", "c1");
    StaffDesk desk;
    desk.at("w1").see(day);
    const auto missed = missed_here(desk.session);
    ASSERT_EQ(missed.size(), 2U);
    EXPECT_EQ(missed[0].ticket, "A001");
    EXPECT_EQ(missed[1].ticket, "A002");
    EXPECT_TRUE(missed_here(StaffDesk().session).empty()) << "no desk";
}

TEST(Desk, GrowsItsTextStepByStepAndKeepsItOverAChangeOfStaff) {
    StaffDesk desk;
    desk.at("w1");
    for (const int step : {1, 2, 3}) {
        desk.on(TextTapped{});
        ASSERT_NE(desk.effect<UseText>(), nullptr);
        EXPECT_EQ(desk.effect<UseText>()->step, step);
    }
    desk.on(SignOutTapped{});
    EXPECT_EQ(desk.session.text_step, max_text_step);
    desk.on(TextTapped{});
    EXPECT_EQ(desk.effect<UseText>()->step, 0);
}

TEST(Desk, SpeaksTheLanguageThatIsAskedFor) {
    StaffDesk desk;
    desk.on(LanguageTapped{.language = "en"}); // before anybody has signed in, too
    ASSERT_NE(desk.effect<UseLanguage>(), nullptr);
    EXPECT_EQ(desk.effect<UseLanguage>()->language, "en");
}

TEST(Desk, AnswersACallForHelp) {
    StaffDesk desk;
    desk.at("w1").on(AnswerHelpTapped{.request = support::uuid(7)});
    ASSERT_NE(desk.effect<AnswerHelp>(), nullptr);
    EXPECT_EQ(desk.effect<AnswerHelp>()->request, support::uuid(7));
}

TEST(Briefs, AreFetchedWhenSomebodyNewComesAndWhenTheLineIsBack) {
    HouseDay day;
    StaffDesk desk;
    desk.at("w1");
    day.check_in("A001");
    desk.see(day);
    EXPECT_NE(desk.effect<FetchBriefs>(), nullptr);
    day.call("A001", "w1");
    desk.see(day);
    EXPECT_EQ(desk.effect<FetchBriefs>(), nullptr); // nobody new
    desk.on(LinkChanged{.link = Link::offline});
    EXPECT_TRUE(desk.effects.empty());
    desk.on(LinkChanged{.link = Link::online});
    EXPECT_NE(desk.effect<FetchBriefs>(), nullptr);
    desk.on(LinkChanged{.link = Link::online});
    EXPECT_TRUE(desk.effects.empty());
}

TEST(Briefs, AreNotFetchedByNobody) {
    HouseDay day;
    day.check_in("A001");
    StaffDesk desk;
    desk.see(day);
    EXPECT_TRUE(desk.effects.empty());
}

TEST(Briefs, OfYesterdayAreNeverShownForTodaysNumbers) {
    HouseDay day;
    day.check_in("A001");
    StaffDesk desk;
    desk.at("w1").see(day).on(
        BriefsChanged{.briefs = {{.ticket = "A001", .masked_name = "示*甲"}}});
    ASSERT_NE(brief_of(desk.session, "A001"), nullptr);
    EXPECT_EQ(brief_of(desk.session, "A002"), nullptr);
    day.next_day();
    day.check_in("A001"); // somebody else
    desk.see(day);
    EXPECT_EQ(brief_of(desk.session, "A001"), nullptr);
}

// A ticket comes at once, the record behind it a moment later.
TEST(StaffDeskRecords, AreAskedForAgainUntilThereIsOneForEveryTicket) {
    HouseDay day;
    StaffDesk desk;
    desk.at("w1");
    EXPECT_FALSE(desk.session.briefs_again.at) << "nobody is in the house";
    day.check_in("A001");
    desk.see(day);
    ASSERT_NE(desk.effect<FetchBriefs>(), nullptr);
    desk.on(BriefsChanged{.briefs = {}});
    EXPECT_EQ(next_deadline(desk.session), desk.now.steady + first_look_again);
    desk.pass(first_look_again);
    EXPECT_NE(desk.effect<FetchBriefs>(), nullptr);
    EXPECT_NE(desk.effect<FetchReviews>(), nullptr);
    desk.pass(first_look_again);
    EXPECT_EQ(desk.effect<FetchBriefs>(), nullptr) << "ever more seldom";
    desk.pass(first_look_again);
    EXPECT_NE(desk.effect<FetchBriefs>(), nullptr);
    desk.on(BriefsChanged{.briefs = {{.ticket = "A001"}}});
    EXPECT_FALSE(desk.session.briefs_again.at);
    EXPECT_TRUE(desk.session.reviews_again.at) << "the other list is not whole for that";
}

TEST(StaffDeskRecords, ThatNeverComeAreAskedForOnceAMinute) {
    HouseDay day;
    day.check_in("A001");
    StaffDesk desk;
    desk.at("w1").see(day);
    for (int times = 0; times < 8; ++times)
        desk.pass(longest_look_again);
    EXPECT_EQ(desk.session.briefs_again.in, std::chrono::milliseconds(longest_look_again));
}

TEST(StaffDeskRecords, AreNotAskedForOverADeadLineNorByNobody) {
    HouseDay day;
    day.check_in("A001");
    StaffDesk desk;
    desk.at("w1").see(day).on(LinkChanged{.link = Link::offline});
    EXPECT_FALSE(desk.session.briefs_again.at);
    desk.on(LinkChanged{.link = Link::online});
    EXPECT_TRUE(desk.session.briefs_again.at);
    desk.on(SignOutTapped{});
    EXPECT_FALSE(desk.session.briefs_again.at);
    desk.see(day);
    EXPECT_FALSE(desk.session.briefs_again.at);
}

} // namespace
} // namespace rexue::flow::staff
