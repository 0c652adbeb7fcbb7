// Not today: a day to come again is offered, made durable, and told on screen and slip.
#include "kiosk/flow/donor/booking.h"

#include <gtest/gtest.h>

#include "tests/support/donor_terminal.h"

namespace rexue::flow::donor {
namespace {

using donation::DonationType;
using support::a_day_to_come;
using support::DonorTerminal;

base::Date day(int year, unsigned month, unsigned day) {
    return base::Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
}

donation::Assessment deferred(DonationType type, std::optional<base::Date> earliest) {
    donation::Assessment assessment;
    assessment.type = type;
    assessment.outcome = donation::Outcome::deferred;
    assessment.earliest = earliest;
    return assessment;
}

DonorTerminal not_today() {
    DonorTerminal terminal;
    terminal.up_to(State::question).answer_with_tattoo();
    EXPECT_EQ(terminal.session.visit.ending, Ending::not_today);
    return terminal;
}

constexpr base::Date today = std::chrono::year(2026) / std::chrono::June / std::chrono::day(14);

TEST(BookableDays, BeginWithTheNearestTypeAndLastSixtyDays) {
    const Verdicts verdicts{.by_type = {deferred(DonationType::whole_blood, day(2026, 12, 1)),
                                        deferred(DonationType::platelets, day(2026, 7, 1))}};
    const auto days = bookable_days(verdicts, today);
    ASSERT_TRUE(days.has_value());
    EXPECT_EQ(days->first, day(2026, 7, 1));
    EXPECT_EQ(days->last, day(2026, 8, 30));
    EXPECT_FALSE(days->has(day(2026, 6, 30)));
    EXPECT_TRUE(days->has(day(2026, 7, 1)));
    EXPECT_TRUE(days->has(day(2026, 8, 30)));
    EXPECT_FALSE(days->has(day(2026, 8, 31)));
}

TEST(BookableDays, AreNoneWhereNobodyCanSay) {
    EXPECT_FALSE(bookable_days({}, today).has_value());
    const Verdicts open{.by_type = {deferred(DonationType::whole_blood, std::nullopt),
                                    deferred(DonationType::platelets, std::nullopt)}};
    EXPECT_FALSE(bookable_days(open, today).has_value());
}

TEST(BookableDays, AreNeverOver) {
    const Verdicts yesterdays{.by_type = {deferred(DonationType::platelets, day(2026, 6, 13))}};
    EXPECT_EQ(bookable_days(yesterdays, today)->first, today);
}

TEST(BookableDays, TellTheTypesThatAreFreeByThen) {
    const Verdicts verdicts{.by_type = {deferred(DonationType::whole_blood, day(2026, 7, 20)),
                                        deferred(DonationType::platelets, day(2026, 7, 1))}};
    EXPECT_EQ(day_to_book(verdicts, day(2026, 7, 19)).types, std::vector{DonationType::platelets});
    EXPECT_EQ(day_to_book(verdicts, day(2026, 7, 20)).types,
              (std::vector{DonationType::whole_blood, DonationType::platelets}));
}

TEST(Booking, ADayIsKeptAndThenSaidWithASlip) {
    DonorTerminal terminal = not_today();
    terminal.tap<BookTapped>();
    EXPECT_EQ(terminal.state(), State::book);
    terminal.on(DayTapped{.day = a_day_to_come()});
    ASSERT_EQ(terminal.count<KeepBooking>(), 1U);
    EXPECT_EQ(terminal.effect<KeepBooking>()->wanted.day, a_day_to_come());
    EXPECT_EQ(terminal.effect<KeepBooking>()->wanted.types.size(), 2U);
    EXPECT_EQ(terminal.state(), State::book) << "nothing is said before it is durable";
    terminal.on(BookingKept{.day = a_day_to_come()});
    EXPECT_EQ(terminal.state(), State::result);
    EXPECT_EQ(terminal.session.visit.booked, a_day_to_come());
    ASSERT_EQ(terminal.count<PrintReturnDays>(), 1U);
    EXPECT_EQ(terminal.effect<PrintReturnDays>()->booked, a_day_to_come());
    terminal.tap<DoneTapped>();
    EXPECT_EQ(terminal.session, terminal.as_never_used());
}

TEST(Booking, ADayOutsideIsNotBooked) {
    DonorTerminal terminal;
    terminal.up_to(State::book);
    for (const base::Date wrong : {day(2027, 2, 2), day(2027, 4, 5), day(2026, 6, 14)}) {
        terminal.on(DayTapped{.day = wrong});
        EXPECT_EQ(terminal.count<KeepBooking>(), 0U);
    }
    terminal.on(DayTapped{.day = day(2027, 2, 3)});
    EXPECT_EQ(terminal.count<KeepBooking>(), 1U);
}

TEST(Booking, ASecondTapWhileTheFirstIsKeptBooksNothingMore) {
    DonorTerminal terminal;
    terminal.up_to(State::book).on(DayTapped{.day = a_day_to_come()});
    terminal.on(DayTapped{.day = day(2027, 2, 28)});
    EXPECT_EQ(terminal.count<KeepBooking>(), 0U);
}

TEST(Booking, OneDayAVisit) {
    DonorTerminal terminal;
    terminal.up_to(State::book).on(DayTapped{.day = a_day_to_come()});
    terminal.on(BookingKept{.day = a_day_to_come()}).tap<BookTapped>();
    EXPECT_EQ(terminal.state(), State::result);
    terminal.tap<BackTapped>();
    EXPECT_EQ(terminal.state(), State::result) << "it was booked by what was answered";
}

TEST(Booking, GoingBackBooksNothingAndLeadsToTheDays) {
    DonorTerminal terminal;
    terminal.up_to(State::book).tap<BackTapped>();
    EXPECT_EQ(terminal.state(), State::result);
    EXPECT_FALSE(terminal.session.visit.booked.has_value());
    EXPECT_EQ(terminal.count<KeepBooking>(), 0U);
    EXPECT_EQ(terminal.count<PrintReturnDays>(), 0U) << "the slip is there already";
}

TEST(Booking, WhoMayGiveTodayIsNotSentAway) {
    DonorTerminal terminal;
    terminal.up_to(State::result).tap<BookTapped>();
    EXPECT_EQ(terminal.state(), State::result);
}

// Misfortune: the disk is full.
TEST(Booking, WhatIsNotKeptIsNotSaidToBeBooked) {
    DonorTerminal terminal;
    terminal.up_to(State::book).on(DayTapped{.day = a_day_to_come()}).tap<BookingFailed>();
    EXPECT_EQ(terminal.state(), State::result);
    EXPECT_FALSE(terminal.session.visit.booked.has_value());
    EXPECT_EQ(terminal.session.notice, Notice::booking_not_kept);
    terminal.tap<BookTapped>().on(DayTapped{.day = a_day_to_come()});
    EXPECT_EQ(terminal.count<KeepBooking>(), 1U) << "it can be tried again";
}

// Misfortune: the disk is slow, and the donor goes back, or goes.
TEST(Booking, OneThatIsKeptLateIsStillSaid) {
    DonorTerminal terminal;
    terminal.up_to(State::book).on(DayTapped{.day = a_day_to_come()}).tap<BackTapped>();
    terminal.on(BookingKept{.day = a_day_to_come()});
    EXPECT_EQ(terminal.session.visit.booked, a_day_to_come());
}

TEST(Booking, OneOfADonorWhoHasLeftIsNobodyElses) {
    DonorTerminal terminal;
    terminal.up_to(State::book).on(DayTapped{.day = a_day_to_come()}).tap<LeaveTapped>();
    EXPECT_EQ(terminal.count<Forget>(), 1U);
    terminal.up_to(State::book).on(BookingKept{.day = a_day_to_come()});
    EXPECT_EQ(terminal.state(), State::book);
    EXPECT_FALSE(terminal.session.visit.booked.has_value());
    terminal.tap<BookingFailed>();
    EXPECT_EQ(terminal.state(), State::book);
}

TEST(Booking, AnotherDonorsCardBeginsAnotherVisit) {
    DonorTerminal terminal;
    terminal.up_to(State::book).card(support::another_document());
    EXPECT_EQ(terminal.state(), State::looking_up);
    EXPECT_FALSE(terminal.session.visit.day_wanted.has_value());
}

TEST(Booking, ABookedVisitEndsByItselfLikeAnyResult) {
    DonorTerminal terminal;
    terminal.up_to(State::book).pass(std::chrono::seconds(100));
    terminal.on(DayTapped{.day = a_day_to_come()}).on(BookingKept{.day = a_day_to_come()});
    EXPECT_EQ(terminal.session.idle_at, terminal.now.steady + result_idle);
    terminal.pass(result_idle + result_warning);
    EXPECT_EQ(terminal.session, terminal.as_never_used());
}

TEST(Booking, StaffMayStillBeTalkedTo) {
    DonorTerminal terminal;
    terminal.up_to(State::book).on(DayTapped{.day = a_day_to_come()});
    terminal.on(BookingKept{.day = a_day_to_come()}).tap<TalkToStaffTapped>();
    EXPECT_EQ(terminal.state(), State::notice);
}

} // namespace
} // namespace rexue::flow::donor
