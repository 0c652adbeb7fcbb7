#include "kiosk/screens/staff/staff_screens.h"

namespace rexue::screens::staff {

void draw(ui::Frame& frame, const View& view) {
    switch (view.session.state) {
        case flow::staff::State::signed_out:
        case flow::staff::State::signing_in:
            return sign_in(frame, view);
        case flow::staff::State::choose_desk:
            return choose_desk(frame, view);
        case flow::staff::State::desk:
            return desk(frame, view);
        case flow::staff::State::reviews:
            return reviews(frame, view);
        case flow::staff::State::review:
            return review(frame, view);
        case flow::staff::State::correcting:
            return correcting(frame, view);
        case flow::staff::State::measuring:
            return measuring(frame, view);
        case flow::staff::State::matching:
            return matching(frame, view);
        case flow::staff::State::giving:
            return giving(frame, view);
        case flow::staff::State::deciding:
            return deciding(frame, view);
    }
}

} // namespace rexue::screens::staff
