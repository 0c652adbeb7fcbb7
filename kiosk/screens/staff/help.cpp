// Calls for help: a row while they are new, a flashing band over the whole screen when nobody goes.
#include "kiosk/rules/queue/help.h"

#include <algorithm>
#include <string>

#include "kiosk/screens/fit.h"
#include "kiosk/screens/flash.h"
#include "kiosk/screens/staff/chrome.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::staff {

using queue::HelpLevel;
using ui::tr;

namespace {

constexpr float padding_mm = 5;
constexpr float least_row_mm = 24;
constexpr float least_band_mm = 34;
constexpr float least_answer_mm = 68;

bool is_at_a_desk(const View& view) {
    return view.session.state == flow::staff::State::desk;
}

// What it is about; a word that this release does not know is a person's call.
std::string_view what_is_wanted(const queue::HelpRequest& request) {
    namespace about = queue::help_about;
    if (request.about == about::out_of_paper) return tr("The printer is out of paper");
    if (request.about == about::printer) return tr("The printer does not work");
    if (request.about == about::id_reader) return tr("The card reader does not work");
    if (request.about == about::no_number) return tr("A donor got no number");
    if (request.about == about::enter_number) return tr("A donor's number is to be typed");
    return tr("A donor asks for help");
}

// A terminal's id is for operators. In the house it is known by the letter of its numbers, which
// it has told with the first one it gave today.
std::string help_words(const View& view, const queue::HelpRequest& request) {
    const std::string waited = minutes_waited(view.now.wall - request.at);
    const std::string series = queue::series_of(view.session.queue, request);
    const std::string_view what = what_is_wanted(request);
    if (series.empty()) return say(tr("{0}: a terminal, {1}"), what, waited);
    return say(tr("{0}: terminal {1}, {2}"), what, series, waited);
}

std::string others_words(size_t others) {
    return say(ui::tr_n("and {} more call for help", "and {} more calls for help",
                        static_cast<int>(others)),
               others);
}

struct HelpLook {
    ui::Ground ground = ui::Ground::action_tint;
    ui::Ink ink = ui::Ink::action;
    std::string_view icon = "help";
    ui::TextSize size = ui::TextSize::body;
};

ui::ButtonLook answer_look(const HelpLook& look) {
    return {.icon = "check", .size = look.size};
}

float icon_side(const ui::Frame& frame, const HelpLook& look) {
    return frame.metrics().capital_mm(look.size) * 2.2F;
}

// With the gap before it; 0 where nobody can answer.
float answer_width(ui::Frame& frame, const View& view, const HelpLook& look) {
    if (!is_at_a_desk(view)) return 0;
    const float words = frame.measure_button(tr("I am going"), answer_look(look)).w;
    return std::max(least_answer_mm, words) + padding_mm;
}

float words_width(ui::Frame& frame, const View& view, const HelpLook& look, float width_mm) {
    return width_mm - icon_side(frame, look) - answer_width(frame, view, look) - 3 * padding_mm;
}

// The words may wrap and be as small as body text.
float height_of(ui::Frame& frame, const View& view, const std::string& words, const HelpLook& look,
                float width_mm) {
    const float width = words_width(frame, view, look, width_mm);
    return std::max(least_row_mm, frame.measure(words, width, {.weight = ui::Weight::bold}).h + 3);
}

// The words, and at a desk the button that answers.
void draw_request(ui::Frame& frame, const View& view, const queue::HelpRequest& request,
                  const std::string& words, const HelpLook& look, const ui::Rect& place) {
    frame.panel(place, {.ground = look.ground});
    const ui::Metrics& metrics = frame.metrics();
    const float icon = icon_side(frame, look);
    frame.icon({place.x + padding_mm, place.centre_y() - icon / 2, icon, icon}, look.icon,
               look.ink);
    text_that_fits(frame,
                   {place.x + 2 * padding_mm + icon, place.y + 1,
                    words_width(frame, view, look, place.w), place.h - 2},
                   words, {.weight = ui::Weight::bold, .ink = look.ink, .role = ui::Role::status},
                   metrics.capital_mm(look.size), metrics.body_mm);
    if (!is_at_a_desk(view)) return;
    const float width = answer_width(frame, view, look) - padding_mm;
    if (frame.button("help_" + request.id.to_string(),
                     {place.right() - padding_mm - width, place.y + 3, width, place.h - 6},
                     tr("I am going"), answer_look(look))) {
        view.emit(flow::staff::AnswerHelpTapped{.request = request.id});
    }
}

} // namespace

std::vector<queue::HelpRequest> quiet_help(const View& view) {
    std::vector<queue::HelpRequest> quiet = view.session.queue.help;
    std::erase_if(quiet, [&](const queue::HelpRequest& request) {
        return queue::help_level(request, view.now.wall) != HelpLevel::asked;
    });
    return quiet;
}

float help_row_height(ui::Frame& frame, const View& view, const queue::HelpRequest& request,
                      float width_mm) {
    return height_of(frame, view, help_words(view, request), {}, width_mm);
}

void draw_help_row(ui::Frame& frame, const View& view, const queue::HelpRequest& request,
                   const ui::Rect& place) {
    draw_request(frame, view, request, help_words(view, request), {}, place);
}

float draw_urgent_help(ui::Frame& frame, const View& view, const ui::Rect& box) {
    if (const auto at = queue::next_help_level_at(view.session.queue, view.now.wall)) {
        frame.redraw_in(*at - view.now.wall);
    }
    const auto urgent = queue::help_from(
        view.session.queue, is_at_a_desk(view) ? HelpLevel::urgent : HelpLevel::everywhere,
        view.now.wall);
    if (urgent.empty()) return 0;
    // The oldest, and how many wait behind it; the next follows when somebody goes.
    std::string words = help_words(view, urgent.front());
    const size_t others = view.session.queue.help.size() - 1;
    if (others > 0) words += " · " + others_words(others);
    const bool bright = flashes_bright(frame);
    const HelpLook look{.ground = bright ? ui::Ground::action : ui::Ground::action_tint,
                        .ink = bright ? ui::Ink::on_action : ui::Ink::action,
                        .icon = "bell",
                        .size = ui::TextSize::large};
    const float height = std::max(least_band_mm, height_of(frame, view, words, look, box.w));
    draw_request(frame, view, urgent.front(), words, look, {box.x, box.y, box.w, height});
    return height;
}

} // namespace rexue::screens::staff
