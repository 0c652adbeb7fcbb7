#include "kiosk/flow/donor/handlers.h"

namespace rexue::flow::donor {

void open_honours(Outcome& outcome, const Event&, const Now&) {
    Session& session = outcome.session;
    if (!session.visit.honours) return;
    session.visit.honours_page = HonoursPage::awards;
    session.state = State::honours;
}

void next_honours_page(Outcome& outcome, const Event& event, const Now& now) {
    HonoursPage& page = outcome.session.visit.honours_page;
    switch (page) {
        case HonoursPage::awards:
            page = HonoursPage::card;
            break;
        case HonoursPage::card:
            page = HonoursPage::relief;
            break;
        case HonoursPage::relief:
            return close_honours(outcome, event, now);
    }
    arm_idle(outcome.session, now);
}

void previous_honours_page(Outcome& outcome, const Event& event, const Now& now) {
    HonoursPage& page = outcome.session.visit.honours_page;
    switch (page) {
        case HonoursPage::awards:
            return close_honours(outcome, event, now);
        case HonoursPage::card:
            page = HonoursPage::awards;
            break;
        case HonoursPage::relief:
            page = HonoursPage::card;
            break;
    }
    arm_idle(outcome.session, now);
}

// Who has a number goes back to it, with the line as it is now.
void close_honours(Outcome& outcome, const Event&, const Now&) {
    Session& session = outcome.session;
    const bool has_number = !session.visit.ticket.empty();
    if (has_number) update_wait(session);
    session.state = has_number ? State::ticket : State::choose;
}

// A visit goes on by what it began with.
void honours_changed(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.honours = std::get<HonoursChanged>(event).honours;
}

} // namespace rexue::flow::donor
