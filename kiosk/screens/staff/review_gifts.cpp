// What a moment offers the donor: given out of the house's stock, or taken back.
#include <string>
#include <vector>

#include "kiosk/screens/staff/chrome.h"
#include "kiosk/screens/staff/review_parts.h"
#include "kiosk/screens/staff/review_row.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/list.h"

namespace rexue::screens::staff {

using flow::staff::Gift;
using ui::tr;

namespace {

std::string state_words(const Gift& gift) {
    if (gift.is_given) return std::string(tr("given · tap to take back"));
    if (gift.left <= 0) return std::string(tr("none left"));
    return say(tr("{} left · tap to give"), gift.left);
}

std::vector<ReviewRow> gift_rows(const View& view, const std::vector<Gift>& gifts) {
    std::vector<ReviewRow> rows;
    for (const Gift& gift : gifts) {
        std::string occasion(gift.occasion.in(ui::current_language()));
        if (!gift.is_verified) {
            occasion += " · " + std::string(tr("to be confirmed by the station"));
        }
        rows.push_back({.id = gift.offer,
                        .words = std::string(gift.title.in(ui::current_language())),
                        .value = state_words(gift),
                        .note = std::move(occasion),
                        .can_press = !view.session.taking_step && (gift.is_given || gift.left > 0),
                        .icon = gift.is_given ? "undo" : "heart"});
    }
    return rows;
}

} // namespace

void giving(ui::Frame& frame, const View& view) {
    frame.screen("giving");
    const auto& review = view.session.review;
    if (!review) return;
    const ui::Rect box =
        draw_step_frame(frame, view, review->ticket + " · " + std::string(tr("Keepsake")),
                        std::string(tr("The house's stock counts along")));
    const auto notes = notes_of(view.session);
    const auto rows = gift_rows(view, review->gifts);
    const float row_mm = review_row_height(frame, rows, box.w);
    ui::Column column(box.w, gap_mm);
    add_notes(frame, notes, column);
    column.add_growing(row_mm, box.h, [&](const ui::Rect& at) {
        ui::widgets::list(frame, "gifts", at,
                          {.count = static_cast<int>(rows.size()),
                           .row_mm = row_mm,
                           .row = [&](int index, const ui::Rect& place) {
                               const ReviewRow& row = rows[static_cast<size_t>(index)];
                               if (draw_review_row(frame, row, place)) {
                                   view.emit(flow::staff::GiftTapped{.offer = row.id});
                               }
                           }});
    });
    column.draw(box);
}

} // namespace rexue::screens::staff
