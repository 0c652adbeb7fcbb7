// Coming in: by card, by honour card, with codes of every other kind in front of the camera.
#include <gtest/gtest.h>

#include "tests/support/donor_terminal.h"

namespace rexue::flow::donor {
namespace {

using support::a_card_code;
using support::a_document;
using support::another_document;
using support::DonorTerminal;

TEST(Entry, ACardIsLookedUpAtOnceFromTheAttractScreen) {
    DonorTerminal terminal;
    terminal.card(a_document());
    EXPECT_EQ(terminal.state(), State::looking_up);
    ASSERT_NE(terminal.effect<LookUp>(), nullptr);
    EXPECT_EQ(terminal.effect<LookUp>()->entry, Entry::identity_document);
    EXPECT_EQ(terminal.effect<LookUp>()->number, a_document().number);
}

TEST(Entry, WhoIsKnownIsAskedWhetherItIsThem) {
    DonorTerminal terminal;
    terminal.card(a_document()).known();
    EXPECT_EQ(terminal.state(), State::confirm);
    EXPECT_EQ(terminal.session.visit.recognition, Recognition::known);
    EXPECT_EQ(terminal.session.visit.donor, support::a_donor());
}

TEST(Entry, WhoComesForTheFirstTimeIsWelcome) {
    DonorTerminal terminal;
    terminal.card(a_document()).on(DonorNotKnown{});
    EXPECT_EQ(terminal.state(), State::confirm);
    EXPECT_EQ(terminal.session.visit.recognition, Recognition::first);
    EXPECT_FALSE(terminal.session.notice.has_value());
}

TEST(Entry, GoesOnWithoutTheServer) {
    DonorTerminal terminal;
    terminal.card(a_document()).on(LookupFailed{});
    EXPECT_EQ(terminal.state(), State::confirm);
    EXPECT_EQ(terminal.session.visit.recognition, Recognition::unchecked);
    EXPECT_EQ(terminal.session.visit.document, a_document());
}

TEST(Entry, AnHonourCardIsLookedUpByItsNumber) {
    DonorTerminal terminal;
    terminal.tap<StartTapped>().code(a_card_code());
    ASSERT_NE(terminal.effect<LookUp>(), nullptr);
    EXPECT_EQ(terminal.effect<LookUp>()->entry, Entry::honour_card);
    EXPECT_EQ("REXUE1:" + terminal.effect<LookUp>()->number.str(), a_card_code());
    terminal.known();
    EXPECT_EQ(terminal.state(), State::confirm);
    EXPECT_FALSE(terminal.session.visit.document.has_value());
}

TEST(Entry, AnHonourCardThatNobodyKnowsLeadsBackWithARemark) {
    DonorTerminal terminal;
    terminal.code(a_card_code()).on(DonorNotKnown{});
    EXPECT_EQ(terminal.state(), State::identify);
    EXPECT_EQ(terminal.session.notice, Notice::card_not_known);
    EXPECT_EQ(terminal.session.visit, Visit{});
    // The ID card works all the same.
    terminal.card(a_document()).known();
    EXPECT_EQ(terminal.state(), State::confirm);
    EXPECT_FALSE(terminal.session.notice.has_value());
}

TEST(Entry, AnHonourCardGoesOnWithoutTheServerToo) {
    DonorTerminal terminal;
    terminal.code(a_card_code()).on(LookupFailed{});
    EXPECT_EQ(terminal.state(), State::confirm);
    EXPECT_EQ("REXUE1:" + terminal.session.visit.card_number.str(), a_card_code());
}

TEST(Entry, StrangeCodesAreNamedAndGoNowhere) {
    std::string mistyped = a_card_code();
    mistyped.back() = mistyped.back() == '0' ? '1' : '0';
    const std::pair<std::string, Notice> rows[] = {
        {"https://example.invalid/pay?id=1", Notice::code_not_ours},
        {mistyped, Notice::code_mistyped},
        {"REXUE1:123", Notice::code_mistyped},
        {"REXUE1:37\u202E02", Notice::code_hostile},
        {"REXUE1:\n37020000000001", Notice::code_hostile},
        {std::string(10 * 1024, '7'), Notice::code_hostile},
    };
    for (const State state : {State::attract, State::identify}) {
        for (const auto& [text, notice] : rows) {
            DonorTerminal terminal;
            terminal.up_to(state).code(text);
            EXPECT_EQ(terminal.state(), state);
            EXPECT_EQ(terminal.session.notice, notice) << text.substr(0, 40);
            EXPECT_TRUE(terminal.effects.empty());
        }
    }
}

TEST(Entry, StrayCodesInViewAreNobodysBusinessOnceAVisitIsOn) {
    for (const State state : {State::looking_up, State::confirm, State::choose, State::ticket}) {
        DonorTerminal terminal;
        terminal.up_to(state);
        const Session before = terminal.session;
        terminal.code("https://example.invalid/");
        EXPECT_EQ(terminal.session, before);
    }
}

TEST(Entry, ACorruptCardIsSaidToBeUnreadable) {
    DonorTerminal terminal;
    terminal.tap<DocumentCorrupt>();
    EXPECT_EQ(terminal.state(), State::attract);
    EXPECT_EQ(terminal.session.notice, Notice::card_unreadable);
}

TEST(Entry, ARemarkGoesAwayByItself) {
    DonorTerminal terminal;
    terminal.tap<DocumentCorrupt>().pass(notice_lasts - std::chrono::milliseconds(1));
    EXPECT_TRUE(terminal.session.notice.has_value());
    terminal.pass(std::chrono::milliseconds(1));
    EXPECT_FALSE(terminal.session.notice.has_value());
    EXPECT_EQ(terminal.state(), State::attract);
}

TEST(Entry, TheSameCardLaidAgainIsTheSameVisit) {
    for (const State state : {State::looking_up, State::confirm, State::choose, State::ticket}) {
        DonorTerminal terminal;
        terminal.up_to(state);
        const Session before = terminal.session;
        terminal.card(a_document());
        EXPECT_EQ(terminal.session, before);
        EXPECT_TRUE(terminal.effects.empty());
    }
}

TEST(Entry, TheSameCodeHeldUpIsTheSameVisit) {
    DonorTerminal terminal;
    terminal.code(a_card_code()).known();
    for (int i = 0; i < 3; ++i) {
        const Session before = terminal.session;
        terminal.code(a_card_code());
        EXPECT_EQ(terminal.session, before);
        EXPECT_TRUE(terminal.effects.empty());
    }
}

// What was on the screen was another's: all of it goes before the new one is looked up.
TEST(Entry, AnotherCardForgetsTheFirstDonorCompletely) {
    for (const State state : {State::looking_up, State::confirm, State::choose, State::ticket}) {
        DonorTerminal terminal;
        terminal.language("en").up_to(state).tap<HelpTapped>().tap<HelpSeen>();
        terminal.pass(state == State::ticket ? result_idle : form_idle); // even while it warns
        ASSERT_EQ(terminal.state(), state);
        terminal.card(another_document());

        Session expected = terminal.as_never_used();
        expected.state = State::looking_up;
        expected.visit.document = another_document();
        expected.idle_at = terminal.now.steady + form_idle;
        EXPECT_EQ(terminal.session, expected);
        EXPECT_EQ(terminal.count<Forget>(), 1U);
        EXPECT_EQ(terminal.count<CancelLookUp>(), state == State::looking_up ? 1U : 0U);
        EXPECT_EQ(terminal.effect<UsePreferences>()->preferences.language, "zh_CN");
        EXPECT_EQ(terminal.effect<LookUp>()->number, another_document().number);
        EXPECT_TRUE(std::holds_alternative<LookUp>(terminal.effects.back())); // after forgetting
    }
}

TEST(Entry, AnotherHonourCardForgetsTheFirstDonorToo) {
    DonorTerminal terminal;
    terminal.up_to(State::ticket).code(a_card_code("37020000000002"));
    Session expected = terminal.as_never_used();
    expected.state = State::looking_up;
    expected.visit.entry = Entry::honour_card;
    expected.visit.card_number = a_card_code("37020000000002").substr(7);
    expected.idle_at = terminal.now.steady + form_idle;
    EXPECT_EQ(terminal.session, expected);
}

TEST(Entry, ALanguageChosenBeforeTheCardStays) {
    DonorTerminal terminal;
    terminal.language("en").card(a_document()).known();
    EXPECT_EQ(terminal.session.preferences.language, "en");
}

TEST(Entry, GoingBackGivesTheLookupUp) {
    DonorTerminal terminal;
    terminal.up_to(State::looking_up).tap<BackTapped>();
    EXPECT_EQ(terminal.state(), State::identify);
    EXPECT_EQ(terminal.session.visit, Visit{});
    EXPECT_EQ(terminal.count<CancelLookUp>(), 1U);
}

TEST(Entry, AnAnswerThatStillComesMeansNothing) {
    DonorTerminal terminal;
    terminal.up_to(State::looking_up).tap<BackTapped>().known();
    EXPECT_EQ(terminal.state(), State::identify);
    EXPECT_EQ(terminal.session.visit, Visit{});
}

} // namespace
} // namespace rexue::flow::donor
