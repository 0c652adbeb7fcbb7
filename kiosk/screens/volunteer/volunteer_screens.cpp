#include "kiosk/screens/volunteer/volunteer_screens.h"

namespace rexue::screens::volunteer {

void draw(ui::Frame& frame, const View& view) {
    switch (view.session.state) {
        case flow::volunteer::State::scan:
        case flow::volunteer::State::looking_up:
            return scan(frame, view);
        case flow::volunteer::State::card:
            return card(frame, view);
        case flow::volunteer::State::benefits:
            return benefits(frame, view);
        case flow::volunteer::State::places:
            return places(frame, view);
    }
}

} // namespace rexue::screens::volunteer
