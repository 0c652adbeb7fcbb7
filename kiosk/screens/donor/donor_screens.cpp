#include "kiosk/screens/donor/donor_screens.h"

#include "kiosk/screens/next_minute.h"

namespace rexue::screens::donor {

namespace {

using flow::donor::State;

void draw_state(ui::Frame& frame, const View& view) {
    switch (view.session.state) {
        case State::attract:
            return attract(frame, view);
        case State::identify:
            return identify(frame, view);
        case State::typing_number:
            return typing_number(frame, view);
        case State::typing_name:
            return typing_name(frame, view);
        case State::looking_up:
            return looking_up(frame, view);
        case State::confirm:
            return confirm(frame, view);
        case State::choose:
            return choose(frame, view);
        case State::question:
            return question(frame, view);
        case State::result:
            return result(frame, view);
        case State::book:
            return book(frame, view);
        case State::notice:
        case State::data_use:
            return document(frame, view);
        case State::sign:
            return sign(frame, view);
        case State::issuing:
            return issuing(frame, view);
        case State::ticket:
            return ticket(frame, view);
        case State::honours:
            return honours(frame, view);
        case State::see_staff:
            return see_staff(frame, view);
        case State::out_of_service:
            return out_of_service(frame, view);
    }
}

} // namespace

void draw(ui::Frame& frame, const View& view) {
    redraw_at_next_minute(frame, view.now);
    // A warning takes the screen: nothing under it can be pressed by mistake.
    if (view.session.warned_until) return idle_warning(frame, view);
    if (view.session.adjusting) return adjust(frame, view);
    draw_state(frame, view);
}

} // namespace rexue::screens::donor
