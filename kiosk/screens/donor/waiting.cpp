// The two short waits of a visit: the server is asked, the ticket is made durable.
#include "kiosk/screens/donor/chrome.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

namespace {

void draw_wait(ui::Frame& frame, const View& view, std::string_view heading,
               std::string_view explanation, BackButton back) {
    draw_head(frame, view);
    draw_question(frame, heading, explanation);
    const ui::Rect area = frame.area();
    frame.image({area.centre_x() - 55, area.h * 0.36F, 110, 110}, "heart_house");
    draw_foot(frame, view, VisitStep::check_in, back);
}

} // namespace

void looking_up(ui::Frame& frame, const View& view) {
    frame.screen("looking_up");
    draw_wait(frame, view, tr("One moment, please"), tr("We are looking for your record."),
              BackButton::shown);
}

void issuing(ui::Frame& frame, const View& view) {
    frame.screen("issuing");
    draw_wait(frame, view, tr("One moment, please"), tr("Your number is on its way."),
              BackButton::hidden);
}

} // namespace rexue::screens::donor
