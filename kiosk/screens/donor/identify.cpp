#include <algorithm>
#include <vector>

#include "kiosk/screens/donor/chrome.h"
#include "kiosk/screens/donor/page.h"
#include "kiosk/screens/fit.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

namespace {

struct Way {
    std::string_view picture;
    std::string_view title;
    std::string_view how;
};

// A picture, what to do, and a word on it. Where there is little room, what to do is enough.
void draw_way(ui::Frame& frame, const ui::Rect& box, const Way& way) {
    constexpr float padding = 8;
    constexpr float gap = 5;
    frame.panel(box);
    const float picture = std::clamp(box.h - 2 * padding, 0.0F, 112.0F);
    frame.image({box.x + padding, box.y + padding, picture, box.h - 2 * padding}, way.picture);
    const float x = box.x + picture + 2 * padding;
    const float width = box.right() - x - padding;
    const ui::Metrics& metrics = frame.metrics();
    const ui::TextLook title{
        .weight = ui::Weight::bold,
        .capital_mm =
            capital_that_fits(frame, way.title, width, metrics.large_mm, metrics.body_mm * 1.1F)};
    const ui::TextLook how{.ink = ui::Ink::secondary};
    const float title_height = frame.measure(way.title, width, title).h;
    const float how_height = frame.measure(way.how, width, how).h;
    const bool has_how = title_height + gap + how_height <= box.h - 4;
    const float height = title_height + (has_how ? gap + how_height : 0);
    const float top = box.centre_y() - height / 2;
    frame.text({x, top, width, title_height + 1}, way.title, title);
    if (has_how) frame.text({x, top + title_height + gap, width, how_height + 1}, way.how, how);
}

// What works comes first, and there is always a way.
std::vector<Way> ways_of(const Session& session) {
    using flow::donor::Camera;
    const bool reader = !reader_is_down(session);
    const bool camera = session.camera == Camera::working;
    std::vector<Way> ways;
    if (reader) {
        ways.push_back({"card_on_reader", tr("Lay your ID card on the reader"),
                        tr("Resident ID, residence permit for Hong Kong, Macao and Taiwan "
                           "residents, or foreign permanent resident ID")});
    }
    if (camera) {
        ways.push_back({"phone_to_camera",
                        tr("Hold your honour card's code in front of the camera"),
                        tr("On your phone or on the card itself, about a hand's breadth away")});
    }
    if (!reader) {
        ways.push_back({"reader_trouble", tr("With your ID card, please come to our desk"),
                        tr("Our staff check you in at once")});
    }
    if (!camera && (!reader || session.camera != Camera::absent)) {
        ways.push_back({"heart_house",
                        tr("With your honour card's code too, please come to our desk"),
                        tr("The camera does not work at the moment.")});
    }
    return ways;
}

std::string_view explanation(bool reader, bool camera) {
    if (reader && camera) return tr("Either way works, there is nothing to press.");
    if (reader || camera) return tr("There is nothing to press.");
    return tr("Our staff check you in at once");
}

} // namespace

void identify(ui::Frame& frame, const View& view) {
    Page page(frame, view,
              {.name = "identify", .step = VisitStep::check_in, .back = BackButton::shown});
    const bool reader = !reader_is_down(view.session);
    const bool camera = view.session.camera == flow::donor::Camera::working;
    page.question(
        reader || camera ? tr("How would you like to check in?") : tr("Please come to our desk"),
        explanation(reader, camera));
    const float least = frame.metrics().title_mm * (is_low(view) ? 2.4F : 4.0F);
    for (const Way& way : ways_of(view.session)) {
        page.content().add_flexible(
            least, 128, [&frame, way](const ui::Rect& place) { draw_way(frame, place, way); });
    }
    page.text(tr("You have neither with you? Type your ID number, or press \"Call staff\"."),
              {.ink = ui::Ink::secondary}, Presence::optional);
    page.answer({.id = "type",
                 .label = tr("Type my ID number"),
                 .event = flow::donor::TypeNumberTapped{},
                 .kind = ui::ButtonKind::secondary});
    page.draw();
}

} // namespace rexue::screens::donor
