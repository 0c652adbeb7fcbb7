#include <algorithm>

#include "kiosk/screens/donor/chrome.h"
#include "kiosk/screens/fit.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

namespace {

// One way to begin: a picture, what to do, and a word on it.
void draw_way(ui::Frame& frame, const ui::Rect& box, std::string_view picture,
              std::string_view title, std::string_view how) {
    frame.panel(box);
    constexpr float picture_width = 112;
    frame.image({box.x + 8, box.y + 8, picture_width, box.h - 16}, picture);
    const float x = box.x + picture_width + 16;
    const float width = box.right() - x - 10;
    const ui::Metrics& metrics = frame.metrics();
    const ui::TextLook title_look{
        .weight = ui::Weight::bold,
        .capital_mm =
            capital_that_fits(frame, title, width, metrics.large_mm, metrics.body_mm * 1.1F)};
    const ui::TextLook how_look{.ink = ui::Ink::secondary};
    constexpr float gap = 6;
    const float title_height = frame.measure(title, width, title_look).h;
    const float how_height = frame.measure(how, width, how_look).h;
    const float top = box.centre_y() - (title_height + gap + how_height) / 2;
    frame.text({x, top, width, title_height + 1}, title, title_look);
    frame.text({x, top + title_height + gap, width, how_height + 1}, how, how_look);
}

void draw_card_way(ui::Frame& frame, const ui::Rect& box) {
    draw_way(frame, box, "card_on_reader", tr("Lay your ID card on the reader"),
             tr("Resident ID, residence permit for Hong Kong, Macao and Taiwan residents, "
                "or foreign permanent resident ID"));
}

void draw_code_way(ui::Frame& frame, const ui::Rect& box) {
    draw_way(frame, box, "phone_to_camera",
             tr("Hold your honour card's code in front of the camera"),
             tr("On your phone or on the card itself, about a hand's breadth away"));
}

std::string_view explanation(bool reader, bool camera) {
    if (reader && camera) return tr("Either way works, there is nothing to press.");
    if (reader || camera) return tr("There is nothing to press.");
    return tr("Our staff check you in at once");
}

} // namespace

void identify(ui::Frame& frame, const View& view) {
    frame.screen("identify");
    draw_head(frame, view);
    const ui::Metrics& metrics = frame.metrics();
    const bool reader = !reader_is_down(view.session);
    const bool camera = view.session.camera == flow::donor::Camera::working;
    float y = draw_question(
        frame,
        reader || camera ? tr("How would you like to check in?") : tr("Please come to our desk"),
        explanation(reader, camera));
    y = draw_remarks(frame, view, y);

    const float width = frame.area().w - 2 * metrics.margin_mm;
    // Two ways share what is left between the remarks and the last line.
    constexpr float last_line_mm = 30;
    constexpr float foot_mm = 56;
    const float left = frame.area().h - foot_mm - last_line_mm - y;
    const float height = std::min(128.0F, left / 2 - 6);
    const auto next_box = [&] {
        const ui::Rect box{metrics.margin_mm, y, width, height};
        y = box.bottom() + 6;
        return box;
    };
    // What works comes first, and there is always a way.
    if (reader) draw_card_way(frame, next_box());
    if (camera) draw_code_way(frame, next_box());
    if (!reader) {
        draw_way(frame, next_box(), "reader_trouble",
                 tr("With your ID card, please come to our desk"),
                 tr("Our staff check you in at once"));
    }
    if (!camera && (!reader || view.session.camera != flow::donor::Camera::absent)) {
        draw_way(frame, next_box(), "heart_house",
                 tr("With your honour card's code too, please come to our desk"),
                 tr("The camera does not work at the moment."));
    }
    frame.text({metrics.margin_mm, y + 2, width, 30},
               tr("You have neither with you? Our staff check you in: press \"Call staff\"."),
               {.ink = ui::Ink::secondary});
    draw_foot(frame, view, VisitStep::check_in, BackButton::shown);
}

} // namespace rexue::screens::donor
