// When this terminal cannot go on: always a person, never a dead end.
#include <algorithm>
#include <string>

#include "kiosk/screens/donor/page.h"
#include "kiosk/screens/fit.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

void see_staff(ui::Frame& frame, const View& view) {
    Page page(frame, view, {.name = "see_staff", .step = VisitStep::check_in});
    const bool left_to_them = view.session.handover == flow::donor::Handover::enter_number;
    page.question(tr("Please come to our desk"),
                  left_to_them ? tr("Our staff enter your number for you.")
                               : tr("This terminal cannot give you a number just now. Our staff "
                                    "check you in at once."));
    page.content().add_space(20);
    page.picture("heart_house", 30, 130);
    page.answer({.id = "done", .label = tr("All right"), .event = flow::donor::DoneTapped{}});
    page.draw();
}

void out_of_service(ui::Frame& frame, const View& view) {
    Page page(frame, view, {.name = "out_of_service", .step = std::nullopt});
    page.question(tr("This terminal is taking a break"),
                  tr("Please use another terminal, and tell our staff, who check you in."));
    page.content().add_space(20);
    page.picture("reader_trouble", 30, 130);
    page.text(view.session.duplicate
                  ? tr("For staff: another terminal uses this one's certificate. "
                       "Enrol this terminal again.")
                  : tr("For staff: this terminal does not know its house yet. "
                       "Connect it to the centre once."),
              {.ink = ui::Ink::secondary});
    page.draw();
}

void idle_warning(ui::Frame& frame, const View& view) {
    const auto left = *view.session.warned_until - view.now.steady;
    const auto seconds = std::max<long>(0, std::chrono::ceil<std::chrono::seconds>(left).count());
    Page page(frame, view, {.name = "idle_warning", .step = std::nullopt});
    page.question(tr("Are you still there?"),
                  tr("So that nobody else sees your data, this visit is closed soon."));
    page.content().add_space(20);
    page.text(std::to_string(seconds), {.weight = ui::Weight::bold,
                                        .ink = ui::Ink::action,
                                        .align = ui::Align::centre,
                                        .capital_mm = is_low(view) ? 24.0F : 56.0F,
                                        .max_lines = 1,
                                        .role = ui::Role::status,
                                        .value = "countdown"});
    page.answer(
        {.id = "stay", .label = tr("I need more time"), .event = flow::donor::StayTapped{}});
    page.answer({.id = "end",
                 .label = tr("I am done"),
                 .event = flow::donor::LeaveTapped{},
                 .kind = ui::ButtonKind::secondary});
    page.draw();
    frame.redraw_in(std::chrono::milliseconds(200));
}

} // namespace rexue::screens::donor
