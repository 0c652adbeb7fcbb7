// The two short waits of a visit: the server is asked, the ticket is made durable.
#include "kiosk/screens/donor/page.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

namespace {

void draw_wait(ui::Frame& frame, const View& view, std::string_view name,
               std::string_view explanation, BackButton back) {
    Page page(frame, view,
              {.name = name, .step = VisitStep::check_in, .back = back, .content = Content::read});
    page.question(tr("One moment, please"), explanation);
    page.content().add_space(20);
    page.picture("heart_house", 30, 130);
    page.draw();
}

} // namespace

void looking_up(ui::Frame& frame, const View& view) {
    draw_wait(frame, view, "looking_up", tr("We are looking for your record."), BackButton::shown);
}

void issuing(ui::Frame& frame, const View& view) {
    draw_wait(frame, view, "issuing", tr("Your number is on its way."), BackButton::hidden);
}

} // namespace rexue::screens::donor
