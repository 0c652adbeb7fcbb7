// When something is broken there is always a person, never a dead end.
#include <gtest/gtest.h>

#include "kiosk/rules/queue/help.h"
#include "tests/support/donor_terminal.h"

namespace rexue::flow::donor {
namespace {

using namespace std::chrono_literals;
using support::a_document;
using support::DonorTerminal;

TEST(Trouble, AFullDiskLeadsToAPersonWhoHasBeenCalled) {
    DonorTerminal terminal;
    terminal.up_to(State::issuing).tap<IssueFailed>();
    EXPECT_EQ(terminal.state(), State::see_staff);
    EXPECT_EQ(terminal.session.help, Help::asked);
    EXPECT_EQ(terminal.count<AskForHelp>(), 1U);
    EXPECT_EQ(terminal.count<PrintTicket>(), 0U);
    terminal.tap<HelpSeen>();
    EXPECT_EQ(terminal.session.help, Help::coming);
    terminal.tap<DoneTapped>();
    EXPECT_EQ(terminal.session, terminal.as_never_used());
}

TEST(Trouble, WhoIsOnTheWayAlreadyIsNotCalledTwice) {
    DonorTerminal terminal;
    terminal.up_to(State::choose).tap<HelpTapped>().tap<HelpSeen>();
    terminal.choose(queue::Intent::whole_blood_200).talk().tap<IssueFailed>();
    EXPECT_EQ(terminal.count<AskForHelp>(), 0U);
    EXPECT_EQ(terminal.session.help, Help::coming);
}

TEST(Trouble, ANumberThatDoesNotComeLeadsToAPersonWhoHasBeenCalled) {
    DonorTerminal terminal;
    terminal.up_to(State::issuing);
    terminal.pass(issue_patience - 1ms).tap<Touched>(); // impatience does not lengthen it
    EXPECT_EQ(terminal.state(), State::issuing);
    terminal.pass(1ms);
    EXPECT_EQ(terminal.state(), State::see_staff);
    EXPECT_EQ(terminal.count<AskForHelp>(), 1U);
    EXPECT_EQ(terminal.session.help, Help::asked);
    terminal.tap<DoneTapped>();
    EXPECT_EQ(terminal.session, terminal.as_never_used());
}

TEST(Trouble, ANumberThatComesLateIsShownWhileItsDonorIsHere) {
    DonorTerminal terminal;
    terminal.up_to(State::issuing).pass(issue_patience).issued("A012");
    EXPECT_EQ(terminal.state(), State::ticket);
    EXPECT_EQ(terminal.session.visit.ticket, "A012");
    EXPECT_EQ(terminal.count<PrintTicket>(), 1U);
    EXPECT_EQ(terminal.count<AskForHelp>(), 0U);
    terminal.tap<DoneTapped>();
    EXPECT_EQ(terminal.session, terminal.as_never_used());
    terminal.issued("A013"); // nobody's
    EXPECT_EQ(terminal.session, terminal.as_never_used());
}

TEST(Trouble, ACallThatNobodyAnswersIsSaidToGoOn) {
    DonorTerminal terminal;
    terminal.up_to(State::choose).tap<HelpTapped>();
    terminal.pass(queue::help_is_urgent_after - 1ms);
    EXPECT_EQ(terminal.session.help, Help::asked);
    EXPECT_EQ(next_deadline(terminal.session), terminal.now.steady + 1ms);
    terminal.pass(1ms);
    EXPECT_EQ(terminal.session.help, Help::still_calling);
    EXPECT_EQ(terminal.count<AskForHelp>(), 0U); // it is the same call
    terminal.tap<HelpTapped>();
    EXPECT_EQ(terminal.count<AskForHelp>(), 0U);
    terminal.tap<HelpSeen>();
    EXPECT_EQ(terminal.session.help, Help::coming);
    terminal.pass(queue::help_is_urgent_after);
    EXPECT_EQ(terminal.session.help, Help::coming);
    terminal.tap<LeaveTapped>();
    EXPECT_EQ(terminal.session, terminal.as_never_used());
}

TEST(Trouble, ACallThatWasAnsweredInTimeStaysAnswered) {
    DonorTerminal terminal;
    terminal.up_to(State::choose).tap<HelpTapped>().tap<HelpSeen>();
    terminal.pass(queue::help_is_urgent_after);
    EXPECT_EQ(terminal.session.help, Help::coming);
}

TEST(Trouble, HelpIsAskedForOnceAndComesWhenSeen) {
    DonorTerminal terminal;
    terminal.tap<HelpSeen>(); // nobody asked
    EXPECT_EQ(terminal.session.help, Help::none);
    terminal.tap<HelpTapped>();
    EXPECT_EQ(terminal.count<AskForHelp>(), 1U);
    EXPECT_EQ(terminal.session.help, Help::asked);
    terminal.tap<HelpTapped>();
    EXPECT_TRUE(terminal.effects.empty());
    terminal.tap<HelpSeen>();
    EXPECT_EQ(terminal.session.help, Help::coming);
    terminal.tap<HelpTapped>();
    EXPECT_TRUE(terminal.effects.empty());
}

TEST(Trouble, ACallArrivesOnlyWhereItIsKeptAndThereIsALine) {
    DonorTerminal terminal;
    terminal.tap<HelpTapped>();
    EXPECT_TRUE(calls_arrive(terminal.session));
    for (const Link link : {Link::connecting, Link::offline, Link::untrusted}) {
        EXPECT_FALSE(calls_arrive(terminal.link(link).session));
    }
    terminal.link(Link::online).tap<HelpFailed>();
    EXPECT_FALSE(calls_arrive(terminal.session));
    terminal.tap<LeaveTapped>();
    EXPECT_FALSE(calls_arrive(terminal.session)) << "a visit's end empties no disk";
    terminal.tap<HelpTapped>(); // which may be kept
    EXPECT_TRUE(calls_arrive(terminal.session));
}

TEST(Trouble, HealthIsTheTerminalsAndNotTheVisits) {
    DonorTerminal terminal;
    terminal.up_to(State::choose).on(HealthChanged{.health = {.kept_back = 2}});
    terminal.tap<LeaveTapped>();
    EXPECT_EQ(terminal.session.health.kept_back, 2);
}

TEST(Duplicate, TakesATerminalOutOfServiceAndBack) {
    for (const State state : {State::attract, State::identify}) {
        DonorTerminal terminal;
        terminal.up_to(state).link(Link::duplicate_terminal);
        EXPECT_EQ(terminal.state(), State::out_of_service);
        terminal.card(a_document());
        terminal.code(support::a_card_code());
        terminal.tap<StartTapped>();
        terminal.tap<LeaveTapped>();
        EXPECT_EQ(terminal.state(), State::out_of_service);
        terminal.link(Link::online);
        EXPECT_EQ(terminal.session, terminal.as_never_used());
    }
}

TEST(Duplicate, IsNotOverBecauseTheLineBreaks) {
    DonorTerminal terminal;
    terminal.link(Link::duplicate_terminal).link(Link::offline).link(Link::connecting);
    EXPECT_EQ(terminal.state(), State::out_of_service);
    terminal.tap<LeaveTapped>();
    EXPECT_EQ(terminal.state(), State::out_of_service);
    terminal.link(Link::online);
    EXPECT_EQ(terminal.state(), State::attract);
}

TEST(Duplicate, LetsTheDonorWhoIsThereFinish) {
    DonorTerminal terminal;
    terminal.up_to(State::choose).link(Link::duplicate_terminal);
    EXPECT_EQ(terminal.state(), State::choose);
    terminal.choose(queue::Intent::whole_blood_200).talk().issued("A012");
    EXPECT_EQ(terminal.state(), State::ticket);
    terminal.tap<DoneTapped>();
    EXPECT_EQ(terminal.state(), State::out_of_service);
    EXPECT_EQ(terminal.session.visit, flow::donor::Visit{});
}

TEST(Duplicate, TakesNobodyElseInAfterwards) {
    DonorTerminal at_ticket;
    at_ticket.up_to(State::ticket).link(Link::duplicate_terminal).card(support::another_document());
    EXPECT_EQ(at_ticket.state(), State::out_of_service);
    EXPECT_EQ(at_ticket.session.visit, flow::donor::Visit{});
    EXPECT_EQ(at_ticket.count<LookUp>(), 0U);
    EXPECT_EQ(at_ticket.count<Forget>(), 1U);

    DonorTerminal not_me;
    not_me.up_to(State::confirm).link(Link::duplicate_terminal).tap<NotMeTapped>();
    EXPECT_EQ(not_me.state(), State::out_of_service);

    DonorTerminal gave_up;
    gave_up.up_to(State::looking_up).link(Link::duplicate_terminal).tap<BackTapped>();
    EXPECT_EQ(gave_up.state(), State::out_of_service);
}

TEST(Duplicate, IsNotOverAfterAVisitBecauseTheLineBroke) {
    DonorTerminal terminal;
    terminal.up_to(State::choose).link(Link::duplicate_terminal).link(Link::offline);
    terminal.tap<LeaveTapped>();
    EXPECT_EQ(terminal.state(), State::out_of_service);
}

TEST(NoHouse, IsToldAtOnceAndTakesNobodyIn) {
    for (const State state : {State::attract, State::identify}) {
        DonorTerminal terminal;
        terminal.up_to(state).on(HouseChanged{.house = {}});
        EXPECT_EQ(terminal.state(), State::out_of_service);
        EXPECT_FALSE(terminal.session.duplicate);
        terminal.card(a_document());
        terminal.code(support::a_card_code());
        terminal.link(Link::offline).link(Link::online); // the line alone brings no house
        EXPECT_EQ(terminal.state(), State::out_of_service);
        terminal.on(HouseChanged{.house = support::a_house()});
        EXPECT_EQ(terminal.session, terminal.as_never_used());
    }
}

TEST(NoHouse, DoesNotOpenATerminalThatIsADuplicate) {
    DonorTerminal terminal;
    terminal.link(Link::duplicate_terminal).on(HouseChanged{.house = support::a_house()});
    EXPECT_EQ(terminal.state(), State::out_of_service);
}

TEST(NoHouse, GuessesNoStageForTheDonorWhoIsThere) {
    DonorTerminal terminal;
    terminal.up_to(State::choose).choose(queue::Intent::whole_blood_200);
    terminal.on(HouseChanged{.house = {}}).tap<ContinueTapped>();
    EXPECT_EQ(terminal.state(), State::see_staff);
    EXPECT_EQ(terminal.count<IssueTicket>(), 0U);
    EXPECT_EQ(terminal.count<AskForHelp>(), 1U);
    terminal.tap<DoneTapped>();
    EXPECT_EQ(terminal.state(), State::out_of_service);
}

TEST(Link, ThatIsDownOrDoubtfulStopsNobody) {
    for (const Link link : {Link::offline, Link::untrusted, Link::connecting}) {
        DonorTerminal terminal;
        terminal.link(link).up_to(State::ticket);
        EXPECT_EQ(terminal.state(), State::ticket);
        terminal.tap<DoneTapped>();
        EXPECT_EQ(terminal.state(), State::attract);
        EXPECT_EQ(terminal.session.link, link);
    }
}

struct FirstWord {
    Event event;
    size_t calls;
};

TEST(Devices, ThatNeedAPersonAreReportedFromTheirFirstWordOn) {
    const FirstWord first_words[] = {
        {ReaderChanged{.reader = Reader::connecting}, 0},
        {ReaderChanged{.reader = Reader::absent}, 0},
        {ReaderChanged{.reader = Reader::ready}, 0},
        {ReaderChanged{.reader = Reader::silent}, 0},
        {ReaderChanged{.reader = Reader::garbled}, 0},
        {ReaderChanged{.reader = Reader::unplugged}, 1},
        {ReaderChanged{.reader = Reader::faulty}, 1},
        {PrinterChanged{.printer = Printer::absent}, 0},
        {PrinterChanged{.printer = Printer::ready}, 0},
        {PrinterChanged{.printer = Printer::low}, 0},
        {PrinterChanged{.printer = Printer::out_of_paper}, 1},
        {PrinterChanged{.printer = Printer::broken}, 1},
    };
    for (const FirstWord& first : first_words) {
        DonorTerminal terminal;
        terminal.session.reader = Reader::connecting;
        terminal.session.printer = Printer::absent;
        terminal.on(first.event);
        EXPECT_EQ(terminal.count<AskForHelp>(), first.calls) << first.event.index();
        terminal.on(first.event); // the same once more
        EXPECT_EQ(terminal.count<AskForHelp>(), 0U) << first.event.index();
    }
}

TEST(Devices, ThatBreakAgainAreReportedAgain) {
    const std::pair<Event, Event> mended_and_broken[] = {
        {PrinterChanged{.printer = Printer::ready}, PrinterChanged{.printer = Printer::broken}},
        {PrinterChanged{.printer = Printer::printing}, PrinterChanged{.printer = Printer::broken}},
        {PrinterChanged{.printer = Printer::low},
         PrinterChanged{.printer = Printer::out_of_paper}}};
    for (const auto& [mended, broken] : mended_and_broken) {
        DonorTerminal terminal;
        terminal.on(PrinterChanged{.printer = Printer::out_of_paper});
        ASSERT_EQ(terminal.count<AskForHelp>(), 1U);
        terminal.on(mended).on(broken);
        EXPECT_EQ(terminal.count<AskForHelp>(), 1U);
    }
}

TEST(Devices, ASecondOneThatBreaksIsNoSecondCall) {
    DonorTerminal terminal;
    terminal.on(ReaderChanged{.reader = Reader::unplugged});
    terminal.on(PrinterChanged{.printer = Printer::broken});
    EXPECT_EQ(terminal.count<AskForHelp>(), 0U);
}

TEST(Devices, AreShownAsTheyAre) {
    DonorTerminal terminal;
    terminal.up_to(State::choose);
    terminal.on(ReaderChanged{.reader = Reader::unplugged});
    terminal.on(CameraChanged{.camera = Camera::broken});
    terminal.on(PrinterChanged{.printer = Printer::low});
    EXPECT_EQ(terminal.session.reader, Reader::unplugged);
    EXPECT_EQ(terminal.session.camera, Camera::broken);
    EXPECT_EQ(terminal.session.printer, Printer::low);
    EXPECT_EQ(terminal.state(), State::choose);
    terminal.tap<LeaveTapped>(); // a visit's end does not mend a device
    EXPECT_EQ(terminal.session.reader, Reader::unplugged);
}

} // namespace
} // namespace rexue::flow::donor
