#include "kiosk/flow/donor/booking.h"
#include "kiosk/flow/donor/handlers.h"

namespace rexue::flow::donor {

namespace {

std::optional<BookableDays> days_on_offer(const Session& session, const Now& now) {
    const Visit& visit = session.visit;
    if (visit.ending != Ending::not_today || visit.booked) return std::nullopt;
    return bookable_days(visit.verdicts, date_in(session.house, now.wall));
}

} // namespace

void offer_days(Outcome& outcome, const Event&, const Now& now) {
    if (days_on_offer(outcome.session, now)) outcome.session.state = State::book;
}

void book_day(Outcome& outcome, const Event& event, const Now& now) {
    Visit& visit = outcome.session.visit;
    const base::Date day = std::get<DayTapped>(event).day;
    const auto days = days_on_offer(outcome.session, now);
    // A second tap while the first one's day is being kept books nothing more.
    if (visit.day_wanted || !days || !days->has(day)) return;
    visit.day_wanted = day;
    outcome.effects.emplace_back(
        KeepBooking{.visit = visit, .wanted = day_to_book(visit.verdicts, day)});
}

void back_to_result(Outcome& outcome, const Event&, const Now&) {
    outcome.session.state = State::result;
}

// Also after the donor went back: better late, while they are still here.
void show_booked(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    Visit& visit = session.visit;
    const base::Date day = std::get<BookingKept>(event).day;
    if (visit.day_wanted != day) return; // of somebody who has left
    visit.day_wanted.reset();
    visit.booked = day;
    session.state = State::result;
    session.slip = Slip::waiting;
    arm_idle(session, now);
    outcome.effects.emplace_back(PrintReturnDays{.verdicts = visit.verdicts, .booked = day});
}

void booking_failed(Outcome& outcome, const Event&, const Now& now) {
    Session& session = outcome.session;
    if (!session.visit.day_wanted) return;
    session.visit.day_wanted.reset();
    session.state = State::result;
    say(session, Notice::booking_not_kept, now);
}

} // namespace rexue::flow::donor
