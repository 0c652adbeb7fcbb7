// What a donor types who has no card at hand: the number, and the name where nobody knows it.
#include <algorithm>

#include "kiosk/screens/donor/page.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;
using ui::keyboard::Field;

namespace {

struct Task {
    std::string_view question;
    std::string_view explanation;
    Field field = Field::name;
    std::string_view leave; // to the staff
    flow::donor::Event left;
};

// At the lower end of its place, nearest to the hand.
void add_keyboard(ui::Frame& frame, const View& view, Page& page, float least, float most) {
    const auto draw = [&frame, &view, most](const ui::Rect& place) {
        const float height = std::min(place.h, most);
        auto keystroke =
            ui::keyboard::draw(frame, {place.x, place.bottom() - height, place.w, height},
                               *view.keyboard.typing, view.keyboard.verdict);
        if (keystroke) (*view.keyboard.strike)(std::move(*keystroke));
    };
    page.content().add_growing(least, frame.area().h, draw);
}

// Keys of a finger's size do not fit everywhere: care mode's lower half has room for digits, but
// not for letters and what they may stand for. Smaller keys would be no help to anybody, so staff
// complete the name, or the donor types on the whole screen.
void offer_other_ways(const View& view, Page& page, const Task& task) {
    page.text(tr("There is no room for large keys here."), {});
    page.answer({.id = "leave-to-staff", .label = task.leave, .event = task.left});
    if (!is_low(view)) return;
    page.answer({.id = "whole-screen",
                 .label = tr("Type on the whole screen"),
                 .event = flow::donor::ReachTapped{},
                 .kind = ui::ButtonKind::secondary});
}

void draw_task(ui::Frame& frame, const View& view, Page& page, const Task& task) {
    REXUE_ASSERT(view.keyboard.typing != nullptr && view.keyboard.strike != nullptr);
    page.question(task.question, is_low(view) ? std::string_view() : task.explanation);
    const float least = ui::keyboard::least_height_mm(frame, task.field, page.width());
    if (page.has_room_for(least)) {
        add_keyboard(frame, view, page, least,
                     ui::keyboard::most_height_mm(frame, task.field, page.width()));
    } else {
        offer_other_ways(view, page, task);
    }
    page.draw();
}

} // namespace

void typing_number(ui::Frame& frame, const View& view) {
    Page page(frame, view,
              {.name = "typing_number",
               .step = VisitStep::check_in,
               .back = BackButton::shown,
               .remarks = Presence::optional});
    draw_task(frame, view, page,
              {.question = tr("What is your ID number?"),
               .explanation = tr("Please have your document with you: staff look at it later."),
               .field = Field::resident_number,
               .leave = tr("Staff will enter my number"),
               .left = flow::donor::NumberLeftToStaff{}});
}

void typing_name(ui::Frame& frame, const View& view) {
    Page page(frame, view,
              {.name = "typing_name",
               .step = VisitStep::check_in,
               .back = BackButton::shown,
               .remarks = Presence::optional});
    draw_task(frame, view, page,
              {.question = tr("What is your name?"),
               .explanation = tr("If a character cannot be found, our staff complete it."),
               .field = Field::name,
               .leave = tr("Staff will complete my name"),
               .left = flow::donor::NameTyped{.name = view.keyboard.typing->text,
                                              .by = flow::donor::NameBy::staff}});
}

} // namespace rexue::screens::donor
