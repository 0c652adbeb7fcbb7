// When this terminal cannot go on: always a person, never a dead end.
#include <algorithm>

#include "kiosk/screens/donor/chrome.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

void see_staff(ui::Frame& frame, const View& view) {
    frame.screen("see_staff");
    draw_head(frame, view);
    draw_question(frame, tr("Please come to our desk"),
                  tr("This terminal cannot give you a number just now. Our staff check you in at "
                     "once."));
    const ui::Rect area = frame.area();
    frame.image({area.centre_x() - 60, 150, 120, 120}, "heart_house");
    const ui::Rect answers = answers_area(frame);
    const float height = frame.metrics().main_button_mm + 8;
    if (frame.button("done", {answers.x, answers.bottom() - height, answers.w, height},
                     tr("All right"),
                     {.kind = ui::ButtonKind::primary, .size = ui::TextSize::large})) {
        view.emit(flow::donor::DoneTapped{});
    }
    draw_foot(frame, view, VisitStep::check_in, BackButton::hidden);
}

void out_of_service(ui::Frame& frame, const View& view) {
    frame.screen("out_of_service");
    draw_head(frame, view);
    draw_question(frame, tr("This terminal is taking a break"),
                  tr("Please use another terminal, and tell our staff, who check you in."));
    const ui::Rect area = frame.area();
    frame.image({area.centre_x() - 60, 150, 120, 120}, "reader_trouble");
    const ui::Metrics& metrics = frame.metrics();
    frame.text({metrics.margin_mm, 300, area.w - 2 * metrics.margin_mm, 30},
               view.session.duplicate
                   ? tr("For staff: another terminal uses this one's certificate. "
                        "Enrol this terminal again.")
                   : tr("For staff: this terminal does not know its house yet. "
                        "Connect it to the centre once."),
               {.size = ui::TextSize::small, .ink = ui::Ink::secondary});
    draw_help_button(frame, view,
                     {metrics.margin_mm, area.h - 46, area.w - 2 * metrics.margin_mm, 24});
}

void idle_warning(ui::Frame& frame, const View& view) {
    frame.screen("idle_warning");
    draw_head(frame, view);
    const auto left = *view.session.warned_until - view.now.steady;
    const auto seconds = std::max<long>(0, std::chrono::ceil<std::chrono::seconds>(left).count());
    draw_question(frame, tr("Are you still there?"),
                  tr("So that nobody else sees your data, this visit is closed soon."));
    const ui::Rect area = frame.area();
    const ui::Metrics& metrics = frame.metrics();
    const float width = area.w - 2 * metrics.margin_mm;
    frame.text({metrics.margin_mm, 160, width, 100}, std::to_string(seconds),
               {.weight = ui::Weight::bold,
                .ink = ui::Ink::action,
                .align = ui::Align::centre,
                .capital_mm = 60,
                .max_lines = 1,
                .role = ui::Role::status,
                .value = "countdown"});
    const ui::Rect answers = answers_area(frame);
    const float height = (answers.h - metrics.gap_mm) / 2;
    if (frame.button("stay", {answers.x, answers.y, answers.w, height}, tr("I need more time"),
                     {.kind = ui::ButtonKind::primary, .size = ui::TextSize::large})) {
        view.emit(flow::donor::StayTapped{});
    }
    if (frame.button("end", {answers.x, answers.bottom() - height, answers.w, height},
                     tr("I am done"), {.size = ui::TextSize::large})) {
        view.emit(flow::donor::LeaveTapped{});
    }
    frame.redraw_in(std::chrono::milliseconds(200));
}

} // namespace rexue::screens::donor
