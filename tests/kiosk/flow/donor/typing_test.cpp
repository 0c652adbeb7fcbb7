// No card at hand: the number is typed, and the name where nobody knows it.
#include <gtest/gtest.h>

#include "tests/support/donor_terminal.h"

namespace rexue::flow::donor {
namespace {

using support::a_typed_number;
using support::DonorTerminal;

TEST(Typing, ATypedNumberIsLookedUpAsACardsIs) {
    DonorTerminal terminal;
    terminal.up_to(State::typing_number).typed_number();
    EXPECT_EQ(terminal.state(), State::looking_up);
    ASSERT_NE(terminal.effect<LookUp>(), nullptr);
    EXPECT_EQ(terminal.effect<LookUp>()->entry, Entry::typed_number);
    EXPECT_EQ(terminal.effect<LookUp>()->number.str(), a_typed_number());
}

TEST(Typing, WhoIsKnownIsNotAskedForAName) {
    DonorTerminal terminal;
    terminal.up_to(State::typing_number).typed_number().known();
    EXPECT_EQ(terminal.state(), State::confirm);
    EXPECT_EQ(terminal.session.visit.entry, Entry::typed_number);
    EXPECT_TRUE(terminal.session.visit.typed->name.empty());
    EXPECT_FALSE(terminal.session.visit.document.has_value());
}

TEST(Typing, WhoIsNotKnownOrCannotBeIsAskedForTheName) {
    for (const Event& answer : {Event(DonorNotKnown{}), Event(LookupFailed{})}) {
        DonorTerminal terminal;
        terminal.up_to(State::typing_number).typed_number().on(answer);
        ASSERT_EQ(terminal.state(), State::typing_name);
        terminal.typed_name("示例𰻝");
        EXPECT_EQ(terminal.state(), State::confirm);
        EXPECT_EQ(terminal.session.visit.typed->name, "示例𰻝");
        EXPECT_EQ(terminal.session.visit.typed->name_by, NameBy::donor);
    }
}

TEST(Typing, TheNumberTellsTheBirth) {
    DonorTerminal terminal;
    terminal.up_to(State::typing_name);
    ASSERT_TRUE(terminal.session.visit.typed->birth.has_value());
    EXPECT_EQ(base::format_date(*terminal.session.visit.typed->birth), "1992-06-14");
    EXPECT_EQ(terminal.session.visit.typed->kind, identity::DocumentKind::resident);
}

// Nobody is turned away for a name that no keyboard writes.
TEST(Typing, ANameIsLeftToStaffAndTheVisitGoesOn) {
    for (const char* so_far : {"", "示"}) {
        DonorTerminal terminal;
        terminal.up_to(State::typing_name).on(NameTyped{.name = so_far, .by = NameBy::staff});
        ASSERT_EQ(terminal.state(), State::confirm);
        EXPECT_EQ(terminal.session.visit.typed->name, so_far);
        EXPECT_EQ(terminal.session.visit.typed->name_by, NameBy::staff);
        terminal.tap<ConfirmTapped>().choose(queue::Intent::whole_blood_200);
        terminal.talk();
        ASSERT_NE(terminal.effect<IssueTicket>(), nullptr);
        EXPECT_EQ(terminal.effect<IssueTicket>()->visit.typed->name_by, NameBy::staff);
    }
}

TEST(Typing, ANumberIsLeftToStaffWhoAreTold) {
    DonorTerminal terminal;
    terminal.up_to(State::typing_number).tap<NumberLeftToStaff>();
    EXPECT_EQ(terminal.state(), State::see_staff);
    EXPECT_EQ(terminal.session.handover, Handover::enter_number);
    EXPECT_EQ(terminal.count<AskForHelp>(), 1U);
    terminal.tap<DoneTapped>();
    EXPECT_EQ(terminal.session.handover, Handover::no_number);
}

TEST(Typing, ANumberThatCannotBeIsLookedUpForNobody) {
    for (const char* number : {"", "000000199206140018", "000000189206140019", "1234"}) {
        DonorTerminal terminal;
        terminal.up_to(State::typing_number).typed_number(number);
        EXPECT_EQ(terminal.state(), State::typing_number) << number;
        EXPECT_TRUE(terminal.effects.empty()) << number;
    }
}

TEST(Typing, AnEmptyNameIsNobodys) {
    DonorTerminal terminal;
    terminal.up_to(State::typing_name).typed_name("");
    EXPECT_EQ(terminal.state(), State::typing_name);
}

// Without loss, but a donor whom the server knows has nothing to mend.
TEST(Typing, BackLeadsThroughWhatWasTyped) {
    DonorTerminal terminal;
    terminal.up_to(State::typing_name).typed_name("示例丙").tap<BackTapped>();
    EXPECT_EQ(terminal.state(), State::typing_name);
    EXPECT_EQ(terminal.session.visit.typed->name, "示例丙");
    terminal.tap<BackTapped>();
    EXPECT_EQ(terminal.state(), State::typing_number);
    EXPECT_EQ(terminal.session.visit.typed->number.str(), a_typed_number());
    terminal.tap<BackTapped>();
    EXPECT_EQ(terminal.state(), State::identify);
    EXPECT_EQ(terminal.session.visit, Visit{});

    DonorTerminal known;
    known.up_to(State::typing_number).typed_number().known().tap<BackTapped>();
    EXPECT_EQ(known.state(), State::identify);
    EXPECT_EQ(known.session.visit, Visit{});
}

TEST(Typing, ACardFoundAfterAllTakesTheNumbersPlace) {
    DonorTerminal terminal;
    terminal.language("en").up_to(State::typing_number).card(support::a_document());
    EXPECT_EQ(terminal.state(), State::looking_up);
    EXPECT_EQ(terminal.session.preferences.language, "en") << "the same donor stands there";
    EXPECT_FALSE(terminal.session.visit.typed.has_value());
}

TEST(Typing, AnotherCardForgetsTheTypedDonorCompletely) {
    for (const bool has_name : {false, true}) {
        DonorTerminal terminal;
        terminal.language("en").up_to(State::typing_name);
        if (has_name) terminal.typed_name("示例丙");
        terminal.card(support::a_document());
        EXPECT_EQ(terminal.state(), State::looking_up);
        EXPECT_FALSE(terminal.session.visit.typed.has_value());
        EXPECT_EQ(terminal.count<Forget>(), 1U);
        EXPECT_EQ(terminal.session.preferences.language, "zh_CN");
    }
}

TEST(Typing, WaitsAsFormsDo) {
    for (const State state : {State::typing_number, State::typing_name}) {
        DonorTerminal terminal;
        terminal.up_to(state);
        EXPECT_EQ(terminal.session.idle_at, terminal.now.steady + form_idle);
        terminal.pass(form_idle);
        EXPECT_TRUE(terminal.session.warned_until.has_value());
        EXPECT_EQ(terminal.state(), state);
        terminal.pass(form_warning);
        EXPECT_EQ(terminal.state(), State::attract);
        EXPECT_EQ(terminal.session.visit, Visit{});
    }
}

TEST(Typing, ATerminalThatClosesTakesNoMoreNumbers) {
    DonorTerminal terminal;
    terminal.up_to(State::typing_number).link(Link::duplicate_terminal);
    EXPECT_EQ(terminal.state(), State::out_of_service);
}

} // namespace
} // namespace rexue::flow::donor
