// The talk with the donor: what is asked, how it ends, and who may see it.
#include "kiosk/flow/donor/talk.h"

#include <gtest/gtest.h>

#include "kiosk/flow/donor/may_give.h"
#include "platform/json/codec.h"
#include "tests/support/donor_terminal.h"

namespace rexue::flow::donor {
namespace {

using questionnaire::FhirDate;
using questionnaire::Value;
using support::DonorTerminal;

base::Date day(int year, unsigned month, unsigned day) {
    return base::Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
}

std::string asked_now(const DonorTerminal& terminal) {
    const auto& visit = terminal.session.visit;
    return visit.answers->form().item(visit.question.value().item).link_id;
}

TEST(Talk, AsksOneQuestionAfterTheOtherAndMenNothingOfPregnancy) {
    DonorTerminal terminal;
    terminal.up_to(State::question);
    EXPECT_EQ(asked_now(terminal), "Q03");
    EXPECT_EQ(asked_now(terminal.answer({Value(true)})), "Q16");
    EXPECT_EQ(asked_now(terminal.answer({Value(false)})), "Q26"); // neither its date nor Q21
    terminal.tap<BackTapped>();
    EXPECT_EQ(asked_now(terminal), "Q16");
    EXPECT_EQ(asked_now(terminal.answer({Value(true)})), "Q16.date");
}

TEST(Talk, AWomanIsAskedOfPregnancy) {
    DonorTerminal terminal;
    auto document = support::a_document();
    document.sex = identity::Sex::female;
    terminal.card(document).known().tap<ConfirmTapped>();
    terminal.choose(queue::Intent::whole_blood_200).tap<ContinueTapped>();
    terminal.answer({Value(true)}).answer({Value(false)});
    EXPECT_EQ(asked_now(terminal), "Q21");
}

TEST(Talk, ATapOfTheQuestionBeforeAnswersNothing) {
    DonorTerminal terminal;
    terminal.up_to(State::question);
    const AnswerTapped tap{.question = *terminal.session.visit.question, .values = {Value(true)}};
    terminal.on(tap);
    const Session after = terminal.session;
    EXPECT_EQ(terminal.on(tap).session, after);
}

TEST(Talk, GoingBackLosesNothing) {
    DonorTerminal terminal;
    terminal.up_to(State::question).answer({Value(true)}).answer({Value(false)});
    const AnswerSheet sheet = terminal.session.visit.answers;
    terminal.tap<BackTapped>().tap<BackTapped>().tap<BackTapped>();
    EXPECT_EQ(terminal.state(), State::choose);
    terminal.tap<ContinueTapped>(); // to what is still open
    EXPECT_EQ(asked_now(terminal), "Q26");
    EXPECT_EQ(terminal.session.visit.answers, sheet);
}

TEST(Talk, ADateThatMayBeLeftOpenIsAskedAgainOfWhoWentBackFromIt) {
    DonorTerminal terminal;
    terminal.up_to(State::question).answer({Value(true)}).answer({Value(true)});
    EXPECT_EQ(asked_now(terminal), "Q16.date");
    terminal.tap<BackTapped>().tap<BackTapped>().tap<BackTapped>();
    EXPECT_EQ(terminal.state(), State::choose);
    EXPECT_EQ(asked_now(terminal.tap<ContinueTapped>()), "Q16.date");
}

TEST(Talk, ATattooTellsTheDayItIsOver) {
    DonorTerminal terminal;
    terminal.up_to(State::question).answer({Value(true)}).answer({Value(true)});
    terminal.answer({FhirDate::of(day(2026, 2, 3))}).answer({Value(false)});
    EXPECT_EQ(terminal.state(), State::result);
    const Visit& visit = terminal.session.visit;
    EXPECT_EQ(visit.ending, Ending::not_today);
    ASSERT_EQ(visit.verdicts.by_type.size(), 2U);
    EXPECT_EQ(visit.verdicts.by_type[0].earliest, day(2027, 2, 3));
    EXPECT_EQ(terminal.count<PrintReturnDays>(), 1U);
    terminal.tap<DoneTapped>();
    EXPECT_EQ(terminal.session, terminal.as_never_used());
}

TEST(Talk, TheSlipIsPrintedOnceForTheSameDays) {
    DonorTerminal terminal;
    terminal.up_to(State::question).answer({Value(true)}).answer({Value(true)});
    terminal.answer({FhirDate::of(day(2026, 2, 3))}).answer({Value(false)});
    ASSERT_EQ(terminal.count<PrintReturnDays>(), 1U);
    terminal.tap<BackTapped>().answer({Value(false)});
    EXPECT_EQ(terminal.session.visit.ending, Ending::not_today);
    EXPECT_EQ(terminal.count<PrintReturnDays>(), 0U);
    terminal.tap<BackTapped>().tap<BackTapped>().answer({FhirDate::of(day(2026, 3, 3))});
    terminal.answer({Value(false)});
    EXPECT_EQ(terminal.count<PrintReturnDays>(), 1U);
}

TEST(Talk, WhoMayNotGiveTodayMayStillTalkToStaff) {
    DonorTerminal terminal;
    terminal.up_to(State::question).answer({Value(true)}).answer({Value(true)});
    terminal.answer({FhirDate::of(day(2026, 2, 3))}).answer({Value(false)});
    terminal.tap<TalkToStaffTapped>().agree().sign();
    EXPECT_EQ(terminal.count<IssueTicket>(), 1U);
}

TEST(Talk, WhoMayGiveNothingAndHasChosenNothingIsMetByAPerson) {
    DonorTerminal terminal;
    KnownDonor donor = support::a_donor();
    donor.donations = {{.date = day(2026, 6, 1), .type = donation::DonationType::whole_blood}};
    terminal.card(support::a_document()).known(donor).tap<ConfirmTapped>();
    terminal.tap<ContinueTapped>();
    ASSERT_EQ(terminal.session.visit.ending, Ending::not_today);
    terminal.tap<TalkToStaffTapped>();
    EXPECT_EQ(terminal.state(), State::see_staff);
    EXPECT_EQ(terminal.count<IssueTicket>(), 0U);
}

TEST(Talk, AnOpenDateIsForStaff) {
    DonorTerminal terminal;
    terminal.up_to(State::question).answer({Value(true)}).answer({Value(true)});
    terminal.answer({}).answer({Value(false)});
    EXPECT_EQ(terminal.session.visit.ending, Ending::talk_to_staff);
}

TEST(Talk, WhoFeelsUnwellTalksToStaffAndGoesOn) {
    DonorTerminal terminal;
    terminal.up_to(State::question).answer({Value(false)}).answer({Value(false)});
    terminal.answer({Value(false)});
    EXPECT_EQ(terminal.session.visit.ending, Ending::talk_to_staff);
    terminal.tap<ContinueTapped>();
    EXPECT_EQ(terminal.state(), State::notice);
}

// Whatever is answered in private: every screen, effect and deadline is the same up to the record.
TEST(Talk, APrivateAnswerChangesNothingThatCanBeSeen) {
    DonorTerminal yes;
    DonorTerminal no;
    for (auto* terminal : {&yes, &no}) {
        terminal->up_to(State::question).answer({Value(true)}).answer({Value(false)});
        terminal->answer({Value(terminal == &yes)});
    }
    EXPECT_NE(yes.session.visit.answers, no.session.visit.answers);
    // Worked out by each for itself, and the same.
    EXPECT_EQ(json::to_json(yes.session.visit.honours->ledgers),
              json::to_json(no.session.visit.honours->ledgers));
    const Session seen = [&] {
        Session session = yes.session;
        session.visit.answers = no.session.visit.answers;
        session.visit.honours = no.session.visit.honours;
        return session;
    }();
    EXPECT_EQ(seen, no.session);
    EXPECT_EQ(yes.effects.size(), no.effects.size());
    // Staff read it in the record.
    const auto today = day(2026, 6, 14);
    EXPECT_EQ(assess(yes.session.visit, today, Audience::staff).by_type[0].outcome,
              donation::Outcome::deferred);
    EXPECT_EQ(assess(no.session.visit, today, Audience::staff).by_type[0].outcome,
              donation::Outcome::eligible);
}

TEST(Talk, AnEarlierDonationDefersByTypeBeforeAnythingIsAsked) {
    DonorTerminal terminal;
    auto donor = support::a_donor();
    donor.donations = {{.date = day(2026, 3, 1), .ml = 400}};
    terminal.card(support::a_document()).known(donor).tap<ConfirmTapped>();
    EXPECT_TRUE(is_deferred(terminal.session.visit.verdicts, donation::DonationType::whole_blood));
    EXPECT_EQ(terminal.session.visit.verdicts.by_type[0].earliest, day(2026, 9, 1));
    EXPECT_FALSE(is_deferred(terminal.session.visit.verdicts, donation::DonationType::platelets));
    terminal.choose(queue::Intent::whole_blood_200);
    EXPECT_EQ(terminal.session.visit.intent, std::nullopt);
    terminal.choose(queue::Intent::platelets_1);
    EXPECT_EQ(terminal.session.visit.intent, queue::Intent::platelets_1);
}

TEST(Talk, NothingIsAgreedToBeforeItWasShownToItsEnd) {
    DonorTerminal terminal;
    terminal.up_to(State::notice).tap<AgreeTapped>();
    EXPECT_EQ(terminal.state(), State::notice);
    EXPECT_TRUE(terminal.session.visit.consents.empty());
}

TEST(Talk, BothConsentsAreKeptApartWithTheirWords) {
    DonorTerminal terminal;
    terminal.up_to(State::issuing);
    const auto& consents = terminal.effect<IssueTicket>()->visit.consents;
    ASSERT_EQ(consents.size(), 2U);
    EXPECT_EQ(consents[0].document, "notice");
    EXPECT_EQ(consents[0].sha256, "aa");
    EXPECT_EQ(consents[1].document, "data-use");
    EXPECT_EQ(consents[1].at, terminal.now.wall);
}

TEST(Talk, WhoGoesBackFromSigningAgreesAnew) {
    DonorTerminal terminal;
    terminal.up_to(State::sign).tap<BackTapped>();
    EXPECT_EQ(terminal.session.visit.consents.size(), 1U);
    terminal.tap<BackTapped>();
    EXPECT_TRUE(terminal.session.visit.consents.empty());
    EXPECT_EQ(terminal.state(), State::notice);
}

TEST(Talk, ChangingOnesMindForgetsEverything) {
    for (const State state :
         {State::question, State::result, State::notice, State::data_use, State::sign}) {
        DonorTerminal terminal;
        terminal.up_to(state).tap<LeaveTapped>();
        EXPECT_EQ(terminal.session, terminal.as_never_used());
        EXPECT_EQ(terminal.count<Forget>(), 1U);
        EXPECT_EQ(terminal.count<IssueTicket>(), 0U);
    }
}

TEST(Talk, WithoutASignatureNothingIsIssued) {
    DonorTerminal terminal;
    terminal.up_to(State::sign).tap<SignedTapped>();
    EXPECT_EQ(terminal.state(), State::sign);
    EXPECT_EQ(terminal.count<IssueTicket>(), 0U);
}

TEST(Talk, ATerminalWithoutFormsSendsTheDonorToStaff) {
    DonorTerminal terminal;
    terminal.on(FormsChanged{}).up_to(State::confirm).tap<ConfirmTapped>();
    EXPECT_EQ(terminal.state(), State::see_staff);
    EXPECT_EQ(terminal.count<AskForHelp>(), 1U);
}

} // namespace
} // namespace rexue::flow::donor
