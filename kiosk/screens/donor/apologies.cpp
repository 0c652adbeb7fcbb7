// When this terminal cannot go on: always a person, never a dead end.
#include <algorithm>
#include <string>

#include "kiosk/screens/donor/page.h"
#include "kiosk/screens/fit.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/countdown.h"

namespace rexue::screens::donor {

using ui::tr;

void see_staff(ui::Frame& frame, const View& view) {
    Page page(frame, view,
              {.name = "see_staff", .step = VisitStep::check_in, .content = Content::read});
    const bool left_to_them = view.session.handover == flow::donor::Handover::enter_number;
    page.question(tr("Please come to our desk"),
                  left_to_them ? tr("Our staff enter your number for you.")
                               : tr("This terminal cannot give you a number just now. Our staff "
                                    "check you in at once."));
    page.content().add_space(20);
    page.picture("staff_at_desk", 30, 130);
    page.answer({.id = "done", .label = tr("All right"), .event = flow::donor::DoneTapped{}});
    page.draw();
}

void out_of_service(ui::Frame& frame, const View& view) {
    Page page(frame, view,
              {.name = "out_of_service", .step = std::nullopt, .content = Content::read});
    page.question(tr("This terminal is taking a break"),
                  tr("Please use another terminal, and tell our staff, who check you in."));
    page.content().add_space(20);
    page.picture("staff_at_desk", 30, 130);
    page.text(view.session.duplicate
                  ? tr("For staff: another terminal uses this one's certificate. "
                       "Enrol this terminal again.")
                  : tr("For staff: this terminal does not know its house yet. "
                       "Connect it to the centre once."),
              {.ink = ui::Ink::secondary});
    page.draw();
}

void idle_warning(ui::Frame& frame, const View& view) {
    Page page(frame, view,
              {.name = "idle_warning", .step = std::nullopt, .content = Content::read});
    page.question(tr("Are you still there?"),
                  tr("So that nobody else sees your data, this visit is closed soon."));
    page.content().add_space(20);
    const float least = ui::widgets::countdown_height(frame);
    page.content().add_growing(least, 120, [&frame, &view](const ui::Rect& place) {
        const auto left = *view.session.warned_until - view.now.steady;
        ui::widgets::countdown(frame, place,
                               {.label = tr("This visit is closed soon"),
                                .left = std::chrono::duration_cast<std::chrono::milliseconds>(left),
                                .whole = flow::donor::warning_of(view.session)});
    });
    page.answer(
        {.id = "stay", .label = tr("I need more time"), .event = flow::donor::StayTapped{}});
    page.answer({.id = "end",
                 .label = tr("I am done"),
                 .event = flow::donor::LeaveTapped{},
                 .kind = ui::ButtonKind::secondary});
    page.draw();
}

} // namespace rexue::screens::donor
