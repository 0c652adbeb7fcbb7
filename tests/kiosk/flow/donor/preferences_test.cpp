// How the terminal looks and speaks is the donor's choice, in every state, and ends with the visit.
#include <gtest/gtest.h>

#include "tests/support/donor_terminal.h"

namespace rexue::flow::donor {
namespace {

using support::DonorTerminal;

// Everything a donor can change.
DonorTerminal& change_all(DonorTerminal& terminal) {
    return terminal.language("en")
        .tap<CareTapped>()
        .tap<ReachTapped>()
        .on(ContrastTapped{.contrast = Contrast::black_on_white})
        .on(TextStepTapped{.text = TextStep::largest})
        .tap<ReadAloudTapped>()
        .on(VolumeTapped{.volume = 5})
        .tap<AdjustTapped>();
}

TEST(Preferences, EveryOneOfThemCanBeChosen) {
    DonorTerminal terminal;
    change_all(terminal);
    EXPECT_EQ(terminal.session.preferences, (Preferences{.language = "en",
                                                         .mode = Mode::care,
                                                         .contrast = Contrast::black_on_white,
                                                         .text = TextStep::largest,
                                                         .reach = Reach::low,
                                                         .read_aloud = ReadAloud::on,
                                                         .volume = 5}));
    EXPECT_TRUE(terminal.session.adjusting);
}

TEST(Preferences, AreUsedAtOnce) {
    DonorTerminal terminal;
    terminal.tap<CareTapped>();
    ASSERT_NE(terminal.effect<UsePreferences>(), nullptr);
    EXPECT_EQ(terminal.effect<UsePreferences>()->preferences.mode, Mode::care);
}

TEST(Preferences, SwitchesGoBackAndForth) {
    DonorTerminal terminal;
    terminal.tap<CareTapped>().tap<CareTapped>();
    terminal.tap<ReachTapped>().tap<ReachTapped>();
    terminal.tap<ReadAloudTapped>().tap<ReadAloudTapped>();
    terminal.tap<AdjustTapped>().tap<AdjustTapped>();
    EXPECT_EQ(terminal.session, terminal.as_never_used());
}

TEST(Preferences, GoingBackClosesTheirChoiceAndNothingBehindIt) {
    for (const State state : {State::attract, State::identify, State::looking_up, State::confirm,
                              State::choose, State::issuing, State::ticket, State::see_staff}) {
        DonorTerminal terminal;
        terminal.up_to(state);
        const Session before = terminal.session;
        terminal.tap<AdjustTapped>().tap<BackTapped>();
        EXPECT_EQ(terminal.session.state, state);
        EXPECT_EQ(terminal.session.visit, before.visit);
        EXPECT_FALSE(terminal.session.adjusting);
        EXPECT_TRUE(terminal.effects.empty());
    }
}

TEST(Preferences, TheVolumeStaysWithinWhatThereIs) {
    DonorTerminal terminal;
    terminal.on(VolumeTapped{.volume = 99});
    EXPECT_EQ(terminal.session.preferences.volume, Preferences::loudest);
    terminal.on(VolumeTapped{.volume = -3});
    EXPECT_EQ(terminal.session.preferences.volume, 1) << "never silent by mistake";
}

TEST(Preferences, NothingOfThemIsLeftForTheNextDonor) {
    for (const State state : {State::identify, State::confirm, State::choose, State::ticket}) {
        DonorTerminal terminal;
        terminal.up_to(state);
        change_all(terminal).tap<LeaveTapped>();
        EXPECT_EQ(terminal.session, terminal.as_never_used());
        EXPECT_EQ(terminal.effect<UsePreferences>()->preferences, Preferences{});
    }
}

TEST(Preferences, LeftBehindOnTheAttractScreenTheyGoBack) {
    DonorTerminal terminal;
    change_all(terminal).pass(care_form_idle);
    EXPECT_EQ(terminal.session, terminal.as_never_used());
}

TEST(Choices, CareModeTurnsThePageToTheOtherKind) {
    DonorTerminal terminal;
    terminal.up_to(State::choose).tap<OtherChoicesTapped>();
    EXPECT_EQ(terminal.session.choice_page, ChoicePage::platelets);
    terminal.tap<OtherChoicesTapped>();
    EXPECT_EQ(terminal.session.choice_page, ChoicePage::whole_blood);
}

} // namespace
} // namespace rexue::flow::donor
