// How the talk ends: go on, talk to staff, another type, or not today with the day and the reason.
#include <algorithm>
#include <string>

#include "kiosk/flow/donor/booking.h"
#include "kiosk/flow/donor/may_give.h"
#include "kiosk/screens/donor/page.h"
#include "kiosk/screens/donor/verdict_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;
using ui::widgets::Tone;

namespace {

using flow::donor::Ending;

// A reason that holds for both kinds is told once, under the last.
void add_verdicts(const View& view, Page& page, Presence presence = Presence::required) {
    const auto& visit = view.session.visit;
    const auto today = flow::date_in(view.session.house, view.now.wall);
    const auto& verdicts = visit.verdicts.by_type;
    for (size_t i = 0; i < verdicts.size(); ++i) {
        const donation::Assessment& one = verdicts[i];
        const bool possible = one.outcome == donation::Outcome::eligible;
        std::string reason = possible ? std::string() : reason_words(visit, one, today);
        if (i + 1 < verdicts.size() && reason == reason_words(visit, verdicts[i + 1], today)) {
            reason.clear();
        }
        page.banner({.tone = possible ? Tone::done : Tone::attention,
                     .words = say(tr("{0}: {1}"), type_words(one.type), day_words(one)),
                     .detail = reason,
                     .icon = possible ? "check" : "calendar"},
                    presence);
    }
}

void friendly_picture(Page& page) {
    page.content().add_space(20);
    page.picture("two_talking", 30, 130);
}

// What the donor may do about it at once (eat something, rest) is told here; the rest with staff.
void add_reasons(const View& view, Page& page) {
    const auto& visit = view.session.visit;
    const auto* const chosen =
        visit.intent ? flow::donor::find(visit.verdicts, flow::donor::type_of(*visit.intent))
                     : nullptr;
    if (chosen == nullptr) return;
    const auto today = flow::date_in(view.session.house, view.now.wall);
    auto presence = Presence::required;
    for (const std::string& words : reasons_for_staff(visit, *chosen, today)) {
        page.banner({.tone = Tone::attention, .words = words, .icon = "person"}, presence);
        presence = Presence::optional;
    }
}

void say_go_on(const View& view, Page& page, bool to_staff) {
    if (to_staff) {
        page.question(tr("Please talk to our staff"),
                      tr("Please go on here. Then somebody of our staff talks with you alone."));
        add_reasons(view, page);
    } else {
        page.question(tr("Thank you. Please go on"),
                      tr("Before you give, somebody of our staff talks with you alone."));
    }
    friendly_picture(page);
    page.answer(
        {.id = "continue", .label = tr("Continue"), .event = flow::donor::ContinueTapped{}});
}

// Promised only where no rule leaves it to staff.
void say_other_type(const View& view, Page& page) {
    const bool is_sure =
        std::ranges::count(view.session.visit.verdicts.by_type, donation::Outcome::eligible,
                           &donation::Assessment::outcome) > 0;
    page.question(is_sure ? tr("You can give something else today")
                          : tr("Perhaps you can give something else today"));
    add_verdicts(view, page);
    page.answer(
        {.id = "other", .label = tr("Choose again"), .event = flow::donor::OtherChoicesTapped{}});
}

bool has_days(const View& view) {
    const auto today = flow::date_in(view.session.house, view.now.wall);
    return flow::donor::bookable_days(view.session.visit.verdicts, today).has_value();
}

void say_not_today(const View& view, Page& page) {
    const auto& booked = view.session.visit.booked;
    page.question(tr("Thank you for coming. Not today"));
    if (booked) {
        page.banner({.tone = Tone::done,
                     .words = say(tr("Your day is booked: {}"), full_date(*booked)),
                     .icon = "check"});
    }
    const bool failed = view.session.notice == flow::donor::Notice::booking_not_kept;
    if (failed) {
        page.banner({.tone = Tone::attention,
                     .words = tr("Not booked. Please ask our staff."),
                     .icon = "warning"});
    }
    // What has become of the booking is what matters now; the days are on the slip.
    add_verdicts(view, page, booked || failed ? Presence::optional : Presence::required);
    page.text(view.session.slip == flow::donor::Slip::printed
                  ? tr("Please take the slip with the days.")
                  : tr("Please write the days down."),
              {.ink = ui::Ink::secondary}, Presence::optional);
    page.content().add_space(20);
    page.picture("rest_and_return", 30, 110);
    page.answer({.id = "done", .label = tr("All right"), .event = flow::donor::DoneTapped{}});
    if (!booked && has_days(view)) {
        page.answer({.id = "book",
                     .label = tr("Book a day"),
                     .event = flow::donor::BookTapped{},
                     .kind = ui::ButtonKind::secondary});
    }
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
               .back = view.session.visit.booked ? BackButton::hidden : BackButton::shown,
               .content = Content::read});
    switch (ending) {
        case Ending::go_on:
        case Ending::talk_to_staff:
            say_go_on(view, page, ending == Ending::talk_to_staff);
            break;
        case Ending::other_type:
            say_other_type(view, page);
            break;
        case Ending::not_today:
            say_not_today(view, page);
            break;
    }
    page.draw();
}

} // namespace rexue::screens::donor
