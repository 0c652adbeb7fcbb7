// What a donor has come to: offered once they have said who they are, left without loss, worked out
// from what the server knows, and celebrated only where it is true and in stock.
#include <algorithm>

#include <gtest/gtest.h>

#include "kiosk/flow/donor/may_give.h"
#include "tests/support/donor_terminal.h"

namespace rexue::flow::donor {
namespace {

using support::DonorTerminal;

base::Date before(base::Instant now, int days) {
    return base::Date(std::chrono::floor<std::chrono::days>(now) - std::chrono::days(days));
}

// So many donations of 200 mL in Qingdao, half a year apart.
KnownDonor donor_of(const DonorTerminal& terminal, int donations) {
    KnownDonor donor = support::a_donor();
    for (int i = 0; i < donations; ++i) {
        const base::Date date = before(terminal.now.wall, 200 + 185 * i);
        donor.donations.push_back(
            {.date = date, .type = donation::DonationType::whole_blood, .ml = 200, .units = {}});
        donor.given.history.push_back({.date = date,
                                       .type = donation::DonationType::whole_blood,
                                       .ml = 200,
                                       .units = {},
                                       .place = "370200"});
    }
    return donor;
}

DonorTerminal& to_choice(DonorTerminal& terminal, const KnownDonor& donor) {
    return terminal.card(support::a_document()).known(donor).tap<ConfirmTapped>();
}

DonorTerminal& to_ticket(DonorTerminal& terminal) {
    return terminal.choose(queue::Intent::whole_blood_200).talk().issued("A012");
}

std::vector<std::string> rules_of(const std::vector<honour::Moment>& moments) {
    std::vector<std::string> rules;
    for (const honour::Moment& moment : moments)
        rules.push_back(moment.rule);
    return rules;
}

bool has(const std::vector<honour::Moment>& moments, const std::string& rule) {
    const auto rules = rules_of(moments);
    return std::ranges::find(rules, rule) != rules.end();
}

std::vector<honour::Moment> celebrated_in(const DonorTerminal& terminal) {
    return celebrated(terminal.session.visit, terminal.session.house);
}

TEST(DonorHonours, AreNotWorkedOutBeforeTheDonorSaysWhoTheyAre) {
    DonorTerminal terminal;
    terminal.card(support::a_document()).known(donor_of(terminal, 9));
    EXPECT_EQ(terminal.state(), State::confirm);
    EXPECT_EQ(terminal.session.visit.honours, nullptr);
    EXPECT_TRUE(celebrated_in(terminal).empty());
    terminal.tap<HonoursTapped>();
    EXPECT_EQ(terminal.state(), State::confirm);
}

TEST(DonorHonours, LeadBackToTheChoiceWithWhatWasChosen) {
    DonorTerminal terminal;
    to_choice(terminal, donor_of(terminal, 5)).choose(queue::Intent::whole_blood_400);
    terminal.tap<HonoursTapped>();
    ASSERT_EQ(terminal.state(), State::honours);
    EXPECT_EQ(terminal.session.visit.honours_page, HonoursPage::awards);
    terminal.tap<ContinueTapped>();
    EXPECT_EQ(terminal.session.visit.honours_page, HonoursPage::card);
    terminal.tap<ContinueTapped>();
    EXPECT_EQ(terminal.session.visit.honours_page, HonoursPage::relief);
    terminal.tap<BackTapped>().tap<BackTapped>();
    EXPECT_EQ(terminal.session.visit.honours_page, HonoursPage::awards);
    terminal.tap<BackTapped>();
    EXPECT_EQ(terminal.state(), State::choose);
    EXPECT_EQ(terminal.session.visit.intent, queue::Intent::whole_blood_400);
    terminal.tap<HonoursTapped>().tap<ContinueTapped>().tap<DoneTapped>();
    EXPECT_EQ(terminal.state(), State::choose);
}

TEST(DonorHonours, LeadBackToTheNumber) {
    DonorTerminal terminal;
    to_choice(terminal, donor_of(terminal, 5));
    to_ticket(terminal).tap<HonoursTapped>();
    ASSERT_EQ(terminal.state(), State::honours);
    // The slip comes out meanwhile, and the line moves.
    terminal.on(SlipDone{.slip = Slip::printed}).link(Link::offline);
    terminal.tap<ContinueTapped>().tap<ContinueTapped>().tap<ContinueTapped>();
    EXPECT_EQ(terminal.state(), State::ticket);
    EXPECT_EQ(terminal.session.visit.ticket, "A012");
    EXPECT_EQ(terminal.session.slip, Slip::printed);
    EXPECT_EQ(terminal.session.visit.wait, std::nullopt);
}

TEST(DonorHonours, SomebodyElsesCardDoesNotShowThem) {
    DonorTerminal terminal;
    to_choice(terminal, donor_of(terminal, 5)).tap<HonoursTapped>();
    terminal.card(support::another_document());
    EXPECT_EQ(terminal.state(), State::looking_up);
    EXPECT_EQ(terminal.session.visit.honours, nullptr);
    EXPECT_EQ(terminal.count<Forget>(), 1U);
}

TEST(DonorHonours, AreGoneWithTheVisit) {
    DonorTerminal terminal;
    to_choice(terminal, donor_of(terminal, 5)).tap<HonoursTapped>();
    const std::weak_ptr<const MyHonours> kept = terminal.session.visit.honours;
    EXPECT_FALSE(kept.expired());
    terminal.tap<LeaveTapped>();
    EXPECT_TRUE(kept.expired());
    EXPECT_EQ(terminal.session.visit, Visit{});
}

TEST(DonorHonours, WithThirtyNineCountsOneIsMissingToGold) {
    DonorTerminal terminal;
    to_choice(terminal, donor_of(terminal, 39));
    const auto& lines = terminal.session.visit.honours->ledgers.awards.lines;
    ASSERT_FALSE(lines.empty());
    ASSERT_TRUE(lines.front().next);
    EXPECT_EQ(lines.front().next->rule, "national-gold");
    EXPECT_EQ(lines.front().next->missing, 1);
    EXPECT_TRUE(has(celebrated_in(terminal), "moment-milestone")) << "the fortieth";
}

TEST(DonorHonours, WhoCannotBeLookedUpSeesWhereItBegins) {
    DonorTerminal terminal;
    terminal.card(support::a_document()).tap<LookupFailed>().tap<ConfirmTapped>();
    const auto& mine = terminal.session.visit.honours;
    ASSERT_NE(mine, nullptr);
    EXPECT_FALSE(mine->is_history_known);
    EXPECT_EQ(mine->ledgers.awards.lines.front().next->rule, "national-bronze");
    EXPECT_EQ(mine->ledgers.awards.lines.front().next->missing, 20);
    EXPECT_FALSE(mine->ledgers.honour_card.front().held);
}

TEST(DonorHonours, AreNotOfferedWhereTheHouseDoesNotSayWhereItIs) {
    DonorTerminal terminal;
    terminal.session.house.place.clear();
    to_choice(terminal, donor_of(terminal, 5)).tap<HonoursTapped>();
    EXPECT_EQ(terminal.state(), State::choose);
}

TEST(DonorHonours, AreNotOfferedFromARecordThatDoesNotHoldTogether) {
    DonorTerminal terminal;
    KnownDonor donor = donor_of(terminal, 5);
    donor.given.history.front().ml.reset();
    to_choice(terminal, donor).tap<HonoursTapped>();
    EXPECT_EQ(terminal.state(), State::choose);
}

// Moments

TEST(Moments, WhatTheHouseHasNotIsNotOffered) {
    DonorTerminal terminal;
    to_choice(terminal, donor_of(terminal, 9));
    for (const honour::Moment& moment : celebrated_in(terminal))
        EXPECT_TRUE(moment.offers.empty()) << moment.rule;
    for (const int count : {0, 1}) {
        terminal.session.house.stock = {{.offer = "certificate-milestone", .count = count}};
        const auto moments = celebrated_in(terminal);
        ASSERT_TRUE(has(moments, "moment-milestone"));
        EXPECT_EQ(moments.front().offers.size(), static_cast<size_t>(count));
        // What there is something for comes first: it is Donor Day too.
        if (count == 0) continue;
        EXPECT_EQ(moments.front().rule, "moment-milestone");
    }
}

TEST(Moments, TheSlipTellsTheFirst) {
    DonorTerminal terminal;
    terminal.session.house.stock = {{.offer = "certificate-milestone", .count = 2}};
    to_choice(terminal, donor_of(terminal, 9));
    to_ticket(terminal);
    ASSERT_NE(terminal.effect<PrintTicket>(), nullptr);
    ASSERT_TRUE(terminal.effect<PrintTicket>()->moment);
    EXPECT_EQ(terminal.effect<PrintTicket>()->moment->number, 10);
}

TEST(Moments, AnUnknownHistoryIsNobodysFirstOrTenth) {
    DonorTerminal terminal;
    identity::IdentityDocument document = support::a_document();
    document.birth = base::Date(std::chrono::year(2008), std::chrono::month(6),
                                std::chrono::day(14)); // eighteen today
    terminal.card(document).tap<LookupFailed>().tap<ConfirmTapped>();
    EXPECT_FALSE(has(celebrated_in(terminal), "moment-coming-of-age"));
    EXPECT_TRUE(has(celebrated_in(terminal), "moment-birthday"));

    DonorTerminal first;
    first.card(document).tap<DonorNotKnown>().tap<ConfirmTapped>();
    EXPECT_TRUE(has(celebrated_in(first), "moment-coming-of-age"));
}

TEST(Moments, WhoCanGiveNothingTodayHasNoDonationToCelebrate) {
    DonorTerminal terminal;
    KnownDonor donor = donor_of(terminal, 9);
    donor.donations.front().date = before(terminal.now.wall, 3);
    donor.given.history.front().date = before(terminal.now.wall, 3);
    to_choice(terminal, donor);
    ASSERT_TRUE(is_deferred_for_all(terminal.session.visit.verdicts));
    EXPECT_TRUE(celebrated_in(terminal).empty());
    EXPECT_NE(terminal.session.visit.honours, nullptr) << "the ledgers are there all the same";
}

TEST(Moments, TheCalendarsOwnNeedNobody) {
    const auto honours = support::country_honours();
    const auto on = [&](int year, unsigned month, unsigned day) {
        return rules_of(celebrated_by_all(
            honours.get(),
            base::Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day))));
    };
    EXPECT_EQ(on(2026, 6, 14), std::vector<std::string>{"moment-world-donor-day"});
    EXPECT_TRUE(on(2026, 6, 15).empty());
    EXPECT_EQ(on(2027, 2, 6), std::vector<std::string>{"moment-spring-festival"});
    EXPECT_TRUE(on(2027, 2, 14).empty());
    EXPECT_TRUE(celebrated_by_all(nullptr, base::Date()).empty());
}

} // namespace
} // namespace rexue::flow::donor
