#include "kiosk/screens/staff/review_parts.h"

#include "kiosk/screens/staff/chrome.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::staff {

using ui::tr;

ui::Rect draw_step_frame(ui::Frame& frame, const View& view, const std::string& title,
                         const std::string& subtitle) {
    return draw_frame(
        frame, view, title, subtitle,
        {{.id = "back", .label = tr("Back"), .icon = "back", .event = flow::staff::BackTapped{}}},
        4 * edge_mm);
}

void add_words(ui::Frame& frame, ui::Column& column, const std::string& words,
               const ui::TextLook& look) {
    column.add(frame.measure(words, column.width(), look).h,
               [&frame, words, look](const ui::Rect& at) {
                   frame.text({at.x, at.y, at.w, at.h + 0.1F}, words, look);
               });
}

} // namespace rexue::screens::staff
