// A day to come again: a calendar that begins on the first possible day, and one press.
#include "kiosk/flow/donor/booking.h"
#include "kiosk/screens/donor/page.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/date_picker.h"

namespace rexue::screens::donor {

using ui::tr;
using ui::widgets::DateRange;

namespace {

DateRange range_of(const View& view) {
    const auto today = flow::date_in(view.session.house, view.now.wall);
    // The state is entered only where there are days; one that is gone by now leaves none to press.
    const auto days = flow::donor::bookable_days(view.session.visit.verdicts, today)
                          .value_or(flow::donor::BookableDays{.first = today, .last = today});
    return {.first = days.first, .last = days.last};
}

} // namespace

void book(ui::Frame& frame, const View& view) {
    REXUE_ASSERT(view.drafts != nullptr);
    Page page(frame, view,
              {.name = "book",
               .step = VisitStep::questions,
               .back = BackButton::shown,
               .remarks = Presence::optional});
    page.question(tr("Which day would you like to come?"));
    const DateRange range = range_of(view);
    const float least = ui::widgets::date_picker_height(frame);
    page.content().add_growing(least, least * 1.3F, [=, &frame, &view](const ui::Rect& place) {
        ui::widgets::date_picker(frame, "day", place, range, view.drafts->date);
    });
    // What is pressed above shows here in the next frame.
    const auto day = view.drafts->date.date(range);
    const bool keeping = view.session.visit.day_wanted.has_value();
    page.answer({.id = "book",
                 .label = day ? tr("Book this day") : tr("Please choose above"),
                 .event = flow::donor::DayTapped{.day = day.value_or(range.first)},
                 .enabled = day && !keeping});
    page.draw();
}

} // namespace rexue::screens::donor
