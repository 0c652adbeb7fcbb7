// How the talk ends: go on, talk to staff, another type, or not today with the day and the reason.
#include <string>

#include "kiosk/screens/donor/page.h"
#include "kiosk/screens/donor/verdict_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

namespace {

using flow::donor::Ending;

void add_verdict(ui::Frame& frame, const View& view, Page& page,
                 const donation::Assessment& assessment) {
    const float padding = is_low(view) ? 4 : 8;
    const bool possible = assessment.outcome == donation::Outcome::eligible;
    const ui::Ink ink = possible ? ui::Ink::done : ui::Ink::attention;
    const ui::Ground ground = possible ? ui::Ground::done : ui::Ground::attention;
    const float icon = frame.metrics().body_mm * 2.1F;
    const float width = page.width() - icon - 3 * padding;
    const auto today = base::local_time(view.now.wall, view.session.house.utc_offset).date;
    const std::string type = type_words(assessment.type);
    const std::string day = day_words(assessment);
    const std::string reason =
        possible ? std::string() : reason_words(view.session.visit, assessment, today);
    const ui::TextLook day_look{
        .size = ui::TextSize::large, .weight = ui::Weight::bold, .ink = ink};
    const float type_height = frame.measure(type, width, {}).h;
    const float day_height = frame.measure(day, width, day_look).h;
    const float reason_height = reason.empty() ? 0 : frame.measure(reason, width, {}).h;
    const float height = std::max(icon, type_height + day_height);
    page.reading_matter().add(height + 2 * padding, [=, &frame](const ui::Rect& place) {
        frame.panel(place, {.ground = ground, .border = false});
        frame.icon({place.x + padding, place.centre_y() - icon / 2, icon, icon},
                   possible ? "check" : "calendar", ink);
        const float x = place.x + icon + 2 * padding;
        const float y = place.y + padding;
        frame.text({x, y, width, type_height + 1}, type, {.ink = ink});
        frame.text({x, y + type_height, width, day_height + 1}, day, day_look);
    });
    if (reason.empty()) return;
    const auto say_why = [=, &frame](const ui::Rect& place) {
        frame.text({place.x + icon + 2 * padding, place.y, width, place.h + 1}, reason);
    };
    // Half a screen has room for the days first; the whole one says why too.
    if (is_low(view)) {
        page.reading_matter().add_optional(reason_height, say_why);
    } else {
        page.reading_matter().add(reason_height, say_why);
    }
}

void add_verdicts(ui::Frame& frame, const View& view, Page& page) {
    for (const donation::Assessment& one : view.session.visit.verdicts.by_type)
        add_verdict(frame, view, page, one);
}

void friendly_picture(Page& page) {
    page.content().add_space(20);
    page.picture("heart_house", 30, 130);
}

void say_go_on(Page& page, bool to_staff) {
    if (to_staff) {
        page.question(tr("Please talk to our staff"),
                      tr("Please go on here. Then somebody of our staff talks with you alone."));
    } else {
        page.question(tr("Thank you. Please go on"),
                      tr("Before you give, somebody of our staff talks with you alone."));
    }
    friendly_picture(page);
    page.answer(
        {.id = "continue", .label = tr("Continue"), .event = flow::donor::ContinueTapped{}});
}

void say_other_type(ui::Frame& frame, const View& view, Page& page) {
    page.question(tr("You can give something else today"));
    add_verdicts(frame, view, page);
    page.answer(
        {.id = "other", .label = tr("Choose again"), .event = flow::donor::OtherChoicesTapped{}});
}

void say_not_today(ui::Frame& frame, const View& view, Page& page) {
    page.question(tr("Thank you for coming. Not today"));
    add_verdicts(frame, view, page);
    page.text(view.session.slip == flow::donor::Slip::printed
                  ? tr("Please take the slip with the days.")
                  : tr("Please write the days down."),
              {.ink = ui::Ink::secondary}, Presence::optional);
    page.answer({.id = "done", .label = tr("All right"), .event = flow::donor::DoneTapped{}});
    page.answer({.id = "talk",
                 .label = tr("Talk to our staff"),
                 .event = flow::donor::TalkToStaffTapped{},
                 .kind = ui::ButtonKind::secondary});
}

} // namespace

void result(ui::Frame& frame, const View& view) {
    const Ending ending = view.session.visit.ending;
    Page page(frame, view,
              {.name = ending == Ending::not_today ? "not_today" : "result",
               .step = VisitStep::questions,
               .back = BackButton::shown});
    switch (ending) {
        case Ending::go_on:
        case Ending::talk_to_staff:
            say_go_on(page, ending == Ending::talk_to_staff);
            break;
        case Ending::other_type:
            say_other_type(frame, view, page);
            break;
        case Ending::not_today:
            say_not_today(frame, view, page);
            break;
    }
    page.draw();
}

} // namespace rexue::screens::donor
