// The benefits of one kind, each with how to use it and what is in doubt.
#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/screens/benefit_words.h"
#include "kiosk/screens/volunteer/benefit_row.h"
#include "kiosk/screens/volunteer/card_words.h"
#include "kiosk/screens/volunteer/chrome.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/list.h"

namespace rexue::screens::volunteer {

using ui::tr;

void benefits(ui::Frame& frame, const View& view) {
    const Session& session = view.session;
    frame.screen("benefits");
    std::vector<FootButton> buttons;
    if (session.printer != flow::volunteer::Printer::absent) {
        buttons.push_back(print_button(session));
    }
    const ui::Rect box = draw_frame(frame, view,
                                    FootButton{.id = "back",
                                               .label = tr("Back"),
                                               .icon = "back",
                                               .event = flow::volunteer::BackTapped{}},
                                    std::move(buttons));
    const auto today = flow::date_in(session.house, view.now.wall);
    auto offers = flow::volunteer::offered(session, today);
    std::erase_if(offers, [&](const auto& offer) { return offer.benefit->kind != session.kind; });
    ui::Column column(box.w, gap_mm);
    const std::string& place = flow::volunteer::place_shown(session);
    add_text(frame, column,
             say(tr("{0} · {1}"), kind_words(session.kind), place_name(session, place)),
             {.size = ui::TextSize::large, .weight = ui::Weight::bold, .role = ui::Role::heading});
    const float row = benefit_row_height(frame, offers, box.w);
    column.add_growing(std::min(row, 60.0F), 1000, [&](const ui::Rect& at) {
        ui::widgets::list(frame, "benefits", at,
                          {.count = static_cast<int>(offers.size()),
                           .row_mm = row,
                           .empty = tr("Nothing on record for this place"),
                           .row = [&](int index, const ui::Rect& where) {
                               draw_benefit_row(frame, offers[static_cast<size_t>(index)], where);
                           }});
    });
    column.draw(box);
}

} // namespace rexue::screens::volunteer
