// Who needs a look, and why.
#include <algorithm>
#include <string>

#include "kiosk/screens/staff/chrome.h"
#include "kiosk/screens/staff/review_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/list.h"

namespace rexue::screens::staff {

using ui::tr;

namespace {

constexpr float least_row_mm = 22;

std::string first_reason(const flow::staff::ReviewLine& line) {
    if (line.reasons.empty()) return std::string(tr("Please look at this visit"));
    std::string words = reason_words(line.reasons.front(), Seen::in_a_list);
    if (line.reasons.size() > 1) words += say(tr(" (and {} more)"), line.reasons.size() - 1);
    return words;
}

} // namespace

void reviews(ui::Frame& frame, const View& view) {
    frame.screen("reviews");
    const float head =
        draw_head(frame, view, std::string(tr("Needs a look")), view.session.staff_name);
    const ui::Rect area = frame.area();
    const std::vector<FootButton> foot = with_look_buttons({{.id = "back",
                                                             .label = tr("Back to the desk"),
                                                             .icon = "back",
                                                             .event = flow::staff::BackTapped{}}},
                                                           view.session);
    const ui::Rect box{edge_mm, head + gap_mm, area.w - 2 * edge_mm,
                       area.h - head - 2 * gap_mm - 2};
    const float foot_mm = foot_height(frame, foot, box.w);
    draw_foot(frame, view, foot, {box.x, box.bottom() - foot_mm, box.w, foot_mm});
    const auto notes = notes_of(view.session);
    const auto lines = flow::staff::needing_a_look(view.session);
    const float row_mm = std::max(least_row_mm, frame.measure_button("献", {.detail = "献"}).h);
    ui::Column column(box.w, gap_mm);
    add_notes(frame, notes, column);
    column.add_growing(row_mm * 2, 1000, [&](const ui::Rect& at) {
        ui::widgets::list(frame, "needs_a_look", at,
                          {.count = static_cast<int>(lines.size()),
                           .row_mm = row_mm + 3,
                           .empty = tr("Nobody needs a look now"),
                           .row = [&](int row, const ui::Rect& place) {
                               const auto& line = lines[static_cast<size_t>(row)];
                               const ui::Rect rect{place.x, place.y, place.w, place.h - 3};
                               const std::string why = first_reason(line);
                               if (frame.button(line.ticket, rect, line.ticket,
                                                {.icon = "warning",
                                                 .role = ui::Role::button,
                                                 .detail = why,
                                                 .align = ui::Align::left})) {
                                   view.emit(flow::staff::ReviewOpened{.visit = line.visit});
                               }
                           }});
    });
    column.draw({box.x, box.y, box.w, box.h - foot_mm - gap_mm});
}

} // namespace rexue::screens::staff
