// From "is this you?" to the number, and home again.
#include <gtest/gtest.h>

#include "tests/support/donor_terminal.h"

namespace rexue::flow::donor {
namespace {

using namespace std::chrono_literals;
using support::a_document;
using support::DonorTerminal;
using support::HouseDay;

TEST(Visit, ADonorTakesANumber) {
    DonorTerminal terminal;
    terminal.card(a_document()).known().tap<ConfirmTapped>();
    EXPECT_EQ(terminal.state(), State::choose);
    terminal.choose(queue::Intent::platelets_2).talk();
    EXPECT_EQ(terminal.state(), State::issuing);
    ASSERT_NE(terminal.effect<IssueTicket>(), nullptr);
    EXPECT_EQ(terminal.effect<IssueTicket>()->visit.intent, queue::Intent::platelets_2);
    EXPECT_EQ(terminal.effect<IssueTicket>()->visit.document, a_document());
    terminal.issued("A012");
    EXPECT_EQ(terminal.state(), State::ticket);
    EXPECT_EQ(terminal.session.visit.ticket, "A012");
    ASSERT_NE(terminal.effect<PrintTicket>(), nullptr);
    EXPECT_EQ(terminal.effect<PrintTicket>()->ticket, "A012");
    EXPECT_EQ(terminal.effect<PrintTicket>()->intent, queue::Intent::platelets_2);
    terminal.tap<DoneTapped>();
    EXPECT_EQ(terminal.session, terminal.as_never_used());
    EXPECT_EQ(terminal.count<Forget>(), 1U);
}

TEST(Visit, NotMeLeadsBackWithNothingKept) {
    for (const Event& event : {Event(NotMeTapped{}), Event(BackTapped{})}) {
        DonorTerminal terminal;
        terminal.up_to(State::confirm).on(event);
        EXPECT_EQ(terminal.state(), State::identify);
        EXPECT_EQ(terminal.session.visit, flow::donor::Visit{});
    }
}

TEST(Visit, NothingIsIssuedBeforeAChoice) {
    DonorTerminal terminal;
    terminal.up_to(State::choose).tap<ContinueTapped>();
    EXPECT_EQ(terminal.state(), State::choose);
    EXPECT_TRUE(terminal.effects.empty());
}

TEST(Visit, TheLastChoiceCounts) {
    DonorTerminal terminal;
    terminal.up_to(State::choose).choose(queue::Intent::whole_blood_200);
    terminal.choose(queue::Intent::whole_blood_300).tap<BackTapped>();
    EXPECT_EQ(terminal.state(), State::confirm);
    terminal.tap<ConfirmTapped>().talk(); // the choice was kept
    EXPECT_EQ(terminal.effect<IssueTicket>()->visit.intent, queue::Intent::whole_blood_300);
}

TEST(Visit, TwoTapsIssueOneTicket) {
    DonorTerminal terminal;
    terminal.up_to(State::issuing).tap<ContinueTapped>();
    EXPECT_TRUE(terminal.effects.empty());
}

TEST(Visit, CannotBeLeftWhileTheNumberIsBeingMade) {
    DonorTerminal terminal;
    terminal.up_to(State::issuing);
    const Session before = terminal.session;
    terminal.tap<LeaveTapped>();
    EXPECT_EQ(terminal.session, before);
    terminal.card(support::another_document());
    EXPECT_EQ(terminal.session, before);
    terminal.issued("A012");
    EXPECT_EQ(terminal.state(), State::ticket);
}

TEST(Visit, CanBeLeftEverywhereElse) {
    for (const State state : {State::attract, State::identify, State::looking_up, State::confirm,
                              State::choose, State::ticket, State::see_staff}) {
        DonorTerminal terminal;
        terminal.language("en").up_to(state).tap<HelpTapped>().tap<LeaveTapped>();
        EXPECT_EQ(terminal.session, terminal.as_never_used())
            << boost::describe::enum_to_string(state, "?");
        EXPECT_EQ(terminal.count<Forget>(), 1U);
        EXPECT_EQ(terminal.effect<UsePreferences>()->preferences.language, "zh_CN");
        EXPECT_EQ(terminal.count<CancelLookUp>(), state == State::looking_up ? 1U : 0U);
    }
}

TEST(Visit, TheTicketFollowsItsPlaceInTheLine) {
    HouseDay day;
    day.check_in("A010");
    day.check_in("A011");
    DonorTerminal terminal;
    terminal.on(QueueMoved{.queue = day.state()}).up_to(State::ticket);
    const auto& wait = terminal.session.visit.wait;
    ASSERT_TRUE(wait.has_value());
    EXPECT_EQ(wait->people_ahead, 2); // its own event is not there yet
    day.check_in("A012");
    terminal.on(QueueMoved{.queue = day.state()});
    EXPECT_EQ(wait->people_ahead, 2);
    day.call("A010", "w1");
    terminal.on(QueueMoved{.queue = day.state()});
    EXPECT_EQ(wait->people_ahead, 1);
    EXPECT_LE(wait->from, wait->to);
    day.check_in("A013");
    day.call("A012", "w2"); // called while the donor still reads the number
    terminal.on(QueueMoved{.queue = day.state()});
    EXPECT_EQ(wait, queue::WaitEstimate{});
}

TEST(Visit, ATerminalThatIsCutOffPromisesNoWait) {
    HouseDay day;
    day.check_in("A010");
    DonorTerminal terminal;
    terminal.on(QueueMoved{.queue = day.state()}).link(Link::offline).up_to(State::ticket);
    EXPECT_EQ(terminal.session.visit.wait, std::nullopt);
    EXPECT_EQ(terminal.effect<PrintTicket>()->wait, std::nullopt);
    terminal.link(Link::online); // the line came back while the number is on the screen
    EXPECT_TRUE(terminal.session.visit.wait.has_value());
    terminal.link(Link::offline).on(QueueMoved{.queue = day.state()});
    EXPECT_EQ(terminal.session.visit.wait, std::nullopt);
}

TEST(Visit, TheNumberDoesNotWaitForThePrinter) {
    DonorTerminal terminal;
    terminal.on(PrinterChanged{.printer = Printer::out_of_paper}).up_to(State::ticket);
    EXPECT_EQ(terminal.state(), State::ticket);
    EXPECT_EQ(terminal.count<PrintTicket>(), 1U);
}

TEST(Visit, TheLanguageGoesBackAtTheEnd) {
    DonorTerminal terminal;
    terminal.language("en");
    EXPECT_EQ(terminal.effect<UsePreferences>()->preferences.language, "en");
    terminal.up_to(State::ticket);
    EXPECT_EQ(terminal.session.preferences.language, "en");
    terminal.tap<DoneTapped>();
    EXPECT_EQ(terminal.session.preferences, Preferences{});
    EXPECT_EQ(terminal.effect<UsePreferences>()->preferences.language, "zh_CN");
}

TEST(Visit, TheLanguageSwitchesBackAndForth) {
    DonorTerminal terminal;
    terminal.language("en").language("zh_CN");
    EXPECT_EQ(terminal.effect<UsePreferences>()->preferences.language, "zh_CN");
    EXPECT_EQ(terminal.session, terminal.as_never_used());
}

} // namespace
} // namespace rexue::flow::donor
