// Another city's list, on request.
#include <string>
#include <vector>

#include "kiosk/screens/benefit_words.h"
#include "kiosk/screens/volunteer/card_words.h"
#include "kiosk/screens/volunteer/chrome.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/list.h"

namespace rexue::screens::volunteer {

using ui::tr;

void places(ui::Frame& frame, const View& view) {
    const Session& session = view.session;
    frame.screen("places");
    const ui::Rect box = draw_frame(frame, view,
                                    FootButton{.id = "back",
                                               .label = tr("Back"),
                                               .icon = "back",
                                               .event = flow::volunteer::BackTapped{}},
                                    {});
    ui::Column column(box.w, gap_mm);
    add_text(frame, column, std::string(tr("Which place?")),
             {.size = ui::TextSize::large, .weight = ui::Weight::bold, .role = ui::Role::heading});
    std::vector<const honour::BenefitBook*> books;
    if (session.honours != nullptr) {
        for (const honour::BenefitBook& book : session.honours->catalogue().books())
            books.push_back(&book);
    }
    const float row =
        frame.metrics().target_mm + frame.measure("Ag献", 0, {.size = ui::TextSize::small}).h;
    column.add_growing(2 * row, 1000, [&](const ui::Rect& at) {
        ui::widgets::list(
            frame, "places", at,
            {.count = static_cast<int>(books.size()),
             .row_mm = row,
             .empty = tr("No list of benefits can be read here"),
             .row = [&](int index, const ui::Rect& place) {
                 const honour::BenefitBook& book = *books[static_cast<size_t>(index)];
                 const std::string as_of = book.as_of ? say(tr("as of {}"), full_date(*book.as_of))
                                                      : std::string(tr("day not known"));
                 const bool shown = book.place == flow::volunteer::place_shown(session);
                 if (frame.button("place_" + book.place, place, in_shown_language(book.title),
                                  {.selected = shown, .detail = as_of, .align = ui::Align::left})) {
                     view.emit(flow::volunteer::PlaceTapped{.place = book.place});
                 }
             }});
    });
    column.draw(box);
}

} // namespace rexue::screens::volunteer
