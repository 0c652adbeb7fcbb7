// What is agreed to, whole: a section a page.
#include "kiosk/screens/donor/page.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

void document(ui::Frame& frame, const View& view) {
    const auto& visit = view.session.visit;
    const bool is_notice = view.session.state == flow::donor::State::notice;
    const auto& document = is_notice ? visit.forms->notice : visit.forms->data_use;
    const auto& section = document.sections[visit.page];
    const size_t count = document.sections.size();
    Page page(frame, view,
              {.name = is_notice ? "notice" : "data_use",
               .step = VisitStep::consent,
               .back = BackButton::shown,
               .remarks = Presence::optional,
               .content = Content::read});
    page.progress(say(tr("{0} · page {1} of {2}"), document.title.in(frame.language()),
                      visit.page + 1, count),
                  visit.page + 1, count);
    page.question(section.title.in(frame.language()));
    page.text(section.text.in(frame.language()), {.size = ui::TextSize::large});
    page.content().add_space(20);
    page.picture("sheet_and_pen", 30, 110);
    if (visit.page + 1 < count) {
        page.answer(
            {.id = "next", .label = tr("Next page"), .event = flow::donor::ContinueTapped{}});
    } else {
        page.answer({.id = "agree",
                     .label = is_notice ? tr("I have read it and agree") : tr("I agree"),
                     .event = flow::donor::AgreeTapped{}});
    }
    // On every page, so that what is pressed to go on never has this one come to its place.
    page.answer({.id = "decline",
                 .label = tr("I would rather not"),
                 .event = flow::donor::LeaveTapped{},
                 .kind = ui::ButtonKind::secondary});
    page.draw();
}

} // namespace rexue::screens::donor
