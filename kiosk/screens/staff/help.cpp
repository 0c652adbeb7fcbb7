// Calls for help: a row while they are new, a flashing band over the whole screen when nobody goes.
#include "kiosk/rules/queue/help.h"

#include <algorithm>
#include <string>

#include "kiosk/screens/fit.h"
#include "kiosk/screens/minute.h"
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

// A terminal's id is for operators. In the house it is known by the letter of its numbers, which
// it has told with the first one it gave today.
std::string help_words(const View& view, const queue::HelpRequest& request) {
    const std::string waited = minutes_waited(view.now.wall - request.at);
    const std::string series = queue::series_of(view.session.queue, request);
    if (series.empty()) return say(tr("Help wanted at a terminal, for {}"), waited);
    return say(tr("Help wanted at the terminal of the {0} numbers, for {1}"), series, waited);
}

struct HelpLook {
    ui::Ground ground = ui::Ground::action_tint;
    ui::Ink ink = ui::Ink::action;
    std::string_view icon = "help";
    ui::TextSize size = ui::TextSize::body;
};

// The words, and at a desk the button that answers.
void draw_request(ui::Frame& frame, const View& view, const queue::HelpRequest& request,
                  const std::string& words, const HelpLook& look, const ui::Rect& place) {
    frame.panel(place, {.ground = look.ground});
    const ui::Metrics& metrics = frame.metrics();
    const float capital = metrics.capital_mm(look.size);
    const float icon = capital * 2.2F;
    frame.icon({place.x + padding_mm, place.centre_y() - icon / 2, icon, icon}, look.icon,
               look.ink);
    float right = place.right() - padding_mm;
    if (is_at_a_desk(view)) {
        const std::string_view answer = tr("I am going");
        const ui::ButtonLook button{.icon = "check", .size = look.size};
        const float width = std::max(least_answer_mm, frame.measure_button(answer, button).w);
        right -= width;
        if (frame.button("help_" + request.id.to_string(), {right, place.y + 3, width, place.h - 6},
                         answer, button)) {
            view.emit(flow::staff::AnswerHelpTapped{.request = request.id});
        }
        right -= padding_mm;
    }
    const float x = place.x + 2 * padding_mm + icon;
    text_that_fits(frame, {x, place.y + 1, right - x, place.h - 2}, words,
                   {.weight = ui::Weight::bold, .ink = look.ink, .role = ui::Role::status}, capital,
                   metrics.body_mm);
}

} // namespace

std::vector<queue::HelpRequest> quiet_help(const View& view) {
    std::vector<queue::HelpRequest> quiet = view.session.queue.help;
    std::erase_if(quiet, [&](const queue::HelpRequest& request) {
        return queue::help_level(request, view.now.wall) != HelpLevel::asked;
    });
    return quiet;
}

float help_row_height(ui::Frame& frame) {
    const float two_lines = 2 * frame.measure("Ag献", 0, {.weight = ui::Weight::bold}).h;
    return std::max(least_row_mm, two_lines + 2);
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
    // The oldest; the next one follows when somebody goes.
    std::string words = help_words(view, urgent.front());
    if (urgent.size() > 1) words += "  (+" + std::to_string(urgent.size() - 1) + ")";
    const bool bright = flashes_bright(frame);
    const float two_lines =
        2 * frame.measure("Ag献", 0, {.size = ui::TextSize::large, .weight = ui::Weight::bold}).h;
    const float height = std::max(least_band_mm, two_lines + 2);
    draw_request(frame, view, urgent.front(), words,
                 {.ground = bright ? ui::Ground::action : ui::Ground::action_tint,
                  .ink = bright ? ui::Ink::on_action : ui::Ink::action,
                  .icon = "bell",
                  .size = ui::TextSize::large},
                 {box.x, box.y, box.w, height});
    return height;
}

} // namespace rexue::screens::staff
