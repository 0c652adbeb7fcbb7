// Who needs a look, and why.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/screens/fit.h"
#include "kiosk/screens/staff/chrome.h"
#include "kiosk/screens/staff/review_row.h"
#include "kiosk/screens/staff/review_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/list.h"

namespace rexue::screens::staff {

using ui::tr;

namespace {

ReviewRow row_of(const flow::staff::ReviewLine& line) {
    ReviewRow row{.id = line.ticket,
                  .lead = line.ticket,
                  .words = std::string(tr("Please look at this visit")),
                  .value = {},
                  .can_press = true,
                  .icon = "chevron_right"};
    if (line.reasons.empty()) return row;
    row.words = reason_words(line.reasons.front(), Seen::in_a_list);
    if (line.reasons.size() > 1) row.words += say(tr(" (and {} more)"), line.reasons.size() - 1);
    return row;
}

// An empty list says that there is nobody only when the server has just said so.
std::string_view nobody_words(flow::staff::Freshness reviews_are) {
    switch (reviews_are) {
        case flow::staff::Freshness::unknown:
            return tr("It is not known yet who needs a look");
        case flow::staff::Freshness::fresh:
            return tr("Nobody needs a look now");
        case flow::staff::Freshness::stale:
            return tr("Nobody needed a look when the centre last answered");
    }
    std::unreachable();
}

// In the middle of the page, where a list would be.
void draw_nobody(ui::Frame& frame, flow::staff::Freshness reviews_are, const ui::Rect& at) {
    const bool is_known = reviews_are == flow::staff::Freshness::fresh;
    const float side = 3 * frame.metrics().large_mm;
    const float words = 4 * frame.metrics().large_mm;
    const float top = at.centre_y() - (side + words) / 2;
    frame.panel(at);
    frame.icon({at.x + (at.w - side) / 2, top, side, side}, is_known ? "check" : "clock",
               is_known ? ui::Ink::done : ui::Ink::secondary);
    text_that_fits(frame, {at.x + edge_mm, top + side, at.w - 2 * edge_mm, words},
                   nobody_words(reviews_are),
                   {.ink = ui::Ink::secondary, .align = ui::Align::centre},
                   frame.metrics().large_mm, frame.metrics().body_mm);
}

} // namespace

void reviews(ui::Frame& frame, const View& view) {
    frame.screen("reviews");
    const ui::Rect box =
        draw_frame(frame, view, std::string(tr("Needs a look")), view.session.staff_name,
                   {{.id = "back",
                     .label = tr("Back to the desk"),
                     .icon = "back",
                     .event = flow::staff::BackTapped{}}},
                   edge_mm);
    auto notes = notes_of(view.session);
    const auto lines = flow::staff::needing_a_look(view.session);
    if (view.session.reviews_are == flow::staff::Freshness::stale && !lines.empty()) {
        notes.push_back({.text = std::string(tr("This is as the centre last told it"))});
    }
    std::vector<ReviewRow> rows;
    std::ranges::transform(lines, std::back_inserter(rows), row_of);
    const float row_mm = review_row_height(frame, rows, box.w);
    ui::Column column(box.w, gap_mm);
    add_notes(frame, notes, column);
    column.add_growing(row_mm + 2 * frame.metrics().target_mm, 1000, [&](const ui::Rect& at) {
        if (rows.empty()) return draw_nobody(frame, view.session.reviews_are, at);
        ui::widgets::list(
            frame, "needs_a_look", at,
            {.count = static_cast<int>(rows.size()),
             .row_mm = row_mm,
             .row = [&](int row, const ui::Rect& place) {
                 const auto index = static_cast<size_t>(row);
                 if (draw_review_row(frame, rows[index], place)) {
                     view.emit(flow::staff::ReviewOpened{.visit = lines[index].visit});
                 }
             }});
    });
    column.draw(box);
}

} // namespace rexue::screens::staff
