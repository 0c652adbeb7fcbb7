// Nobody touches anything: first a warning that one tap ends, then all is forgotten.
#include <gtest/gtest.h>

#include "tests/support/donor_terminal.h"

namespace rexue::flow::donor {
namespace {

using namespace std::chrono_literals;
using support::DonorTerminal;

constexpr auto tick = 1ms;

struct Row {
    State state;
    std::chrono::seconds idle;
    std::chrono::seconds warning;
};

// Forms 120 s and a warning of 20 s; a personal result 30 s and 15 s.
const Row rows[] = {
    {State::identify, 120s, 20s}, {State::looking_up, 120s, 20s}, {State::confirm, 120s, 20s},
    {State::choose, 120s, 20s},   {State::book, 120s, 20s},       {State::ticket, 30s, 15s},
    {State::honours, 30s, 15s},   {State::see_staff, 30s, 15s},
};

TEST(Idle, WarnsThenForgets) {
    for (const Row& row : rows) {
        DonorTerminal terminal;
        terminal.up_to(row.state).pass(row.idle - tick);
        EXPECT_FALSE(terminal.session.warned_until.has_value());
        terminal.pass(tick);
        EXPECT_EQ(terminal.session.warned_until, terminal.now.steady + row.warning);
        EXPECT_TRUE(terminal.count<ChimeOnce>() == 1) << "a warning is heard as well";
        EXPECT_EQ(terminal.state(), row.state);
        terminal.pass(row.warning - tick);
        EXPECT_EQ(terminal.state(), row.state);
        EXPECT_NE(terminal.session, terminal.as_never_used());
        terminal.pass(tick);
        EXPECT_EQ(terminal.session, terminal.as_never_used());
        EXPECT_EQ(terminal.count<Forget>(), 1U);
        EXPECT_EQ(terminal.count<CancelLookUp>(), row.state == State::looking_up ? 1U : 0U);
        EXPECT_EQ(next_deadline(terminal.session), std::nullopt); // an idle terminal sleeps
    }
}

TEST(Idle, OneTapGivesTheWholeTimeAgainAsOftenAsOneLikes) {
    for (const Row& row : rows) {
        DonorTerminal terminal;
        terminal.up_to(row.state);
        for (int i = 0; i < 25; ++i) {
            terminal.pass(row.idle + row.warning - tick);
            ASSERT_TRUE(terminal.session.warned_until.has_value());
            terminal.tap<StayTapped>();
            ASSERT_FALSE(terminal.session.warned_until.has_value());
            ASSERT_EQ(terminal.session.idle_at, terminal.now.steady + row.idle);
        }
        EXPECT_EQ(terminal.state(), row.state);
    }
}

TEST(Idle, AnyTouchCounts) {
    DonorTerminal terminal;
    terminal.up_to(State::choose);
    for (int i = 0; i < 10; ++i)
        terminal.pass(100s).tap<Touched>();
    EXPECT_FALSE(terminal.session.warned_until.has_value());
    EXPECT_EQ(terminal.state(), State::choose);
}

TEST(Idle, EveryScreenStartsItsOwnTime) {
    DonorTerminal terminal;
    terminal.up_to(State::confirm).pass(100s).tap<ConfirmTapped>().pass(100s);
    EXPECT_FALSE(terminal.session.warned_until.has_value());
}

TEST(Idle, CareModeWaitsTwiceAsLong) {
    DonorTerminal terminal;
    terminal.tap<CareTapped>().up_to(State::choose).pass(care_form_idle - tick);
    EXPECT_FALSE(terminal.session.warned_until.has_value());
    terminal.pass(tick);
    EXPECT_TRUE(terminal.session.warned_until.has_value());
}

TEST(Idle, WhatTheServerOrADeviceSaysIsNoTouch) {
    DonorTerminal terminal;
    terminal.up_to(State::choose).pass(119s);
    terminal.on(QueueMoved{}).on(ReaderChanged{.reader = Reader::ready}).on(HouseChanged{});
    terminal.link(Link::offline).pass(1s);
    EXPECT_TRUE(terminal.session.warned_until.has_value());
}

TEST(Idle, AStepOfTheWallClockDoesNotMatter) {
    DonorTerminal terminal;
    terminal.up_to(State::choose);
    terminal.now.wall += 24h;
    terminal.on(Ticked{});
    EXPECT_FALSE(terminal.session.warned_until.has_value());
}

TEST(Idle, ALanguageLeftBehindOnTheAttractScreenGoesBack) {
    DonorTerminal terminal;
    terminal.language("en").pass(form_idle - tick);
    EXPECT_EQ(terminal.session.preferences.language, "en");
    terminal.pass(tick);
    EXPECT_EQ(terminal.session, terminal.as_never_used());
    EXPECT_EQ(terminal.effect<UsePreferences>()->preferences.language, "zh_CN");
}

TEST(Idle, ACallForHelpLeftBehindDoesNotTakeTheButtonFromTheNext) {
    for (const State state : {State::attract, State::out_of_service}) {
        DonorTerminal terminal;
        terminal.up_to(state).tap<HelpTapped>().tap<HelpSeen>().pass(form_idle);
        EXPECT_EQ(terminal.session.help, Help::none);
        EXPECT_EQ(terminal.state(), state);
        EXPECT_EQ(next_deadline(terminal.session), std::nullopt);
    }
}

TEST(Idle, NobodyIsExpectedNothingIsDue) {
    EXPECT_EQ(next_deadline(DonorTerminal().session), std::nullopt);
    EXPECT_EQ(next_deadline(DonorTerminal().up_to(State::issuing).session), issue_patience);
    EXPECT_EQ(next_deadline(DonorTerminal().up_to(State::out_of_service).session), std::nullopt);
}

} // namespace
} // namespace rexue::flow::donor
