// The bottom of the board: notices, what is wrong with the line, and whom the house needs.
#include <algorithm>
#include <set>
#include <string>

#include "kiosk/rules/queue/help.h"
#include "kiosk/screens/board/parts.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/flash.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::board {

using ui::tr;

namespace {

constexpr float least_foot_mm = 44;
constexpr float above_and_below_mm = 8;
constexpr float icon_mm = 24;
constexpr float beside_icon_mm = 10;
// The panel goes on beyond the edge: against burn-in the picture wanders by a pixel or two.
constexpr float beyond_edge_mm = 3;

bool is_away(flow::Link link) {
    return link == flow::Link::offline || link == flow::Link::untrusted ||
           link == flow::Link::duplicate_terminal;
}

std::string foot_words(const View& view) {
    const auto& session = view.session;
    if (session.house.stages.empty() && session.link != flow::Link::online) {
        return std::string(tr("Connecting to the centre"));
    }
    if (!is_away(session.link)) return notice(session.house, view.now.wall);
    const auto since = base::local_time(session.link_since, session.house.utc_offset);
    return say(tr("The line is down since {}: numbers may be late, please listen for the call"),
               clock_time(since.since_midnight));
}

float text_width(const ui::Rect& area, bool with_icon) {
    return area.w - 2 * margin_mm - (with_icon ? icon_mm + beside_icon_mm : 0);
}

// By the letters of the terminals' numbers; empty for one that has given none yet.
std::string wanted_words(const View& view) {
    std::set<std::string> series;
    for (const queue::HelpRequest& request :
         queue::help_from(view.session.queue, queue::HelpLevel::everywhere, view.now.wall)) {
        if (auto letter = queue::series_of(view.session.queue, request); !letter.empty()) {
            series.insert(std::move(letter));
        }
    }
    if (series.empty()) return std::string(tr("Staff wanted at a terminal"));
    std::string letters;
    for (const std::string& letter : series)
        letters += (letters.empty() ? "" : ", ") + letter;
    return say(tr("Staff wanted at the terminal of the {} numbers"), letters);
}

} // namespace

float foot_height(ui::Frame& frame, const View& view) {
    const float width = text_width(frame.area(), is_away(view.session.link));
    return std::max(least_foot_mm,
                    frame.measure(foot_words(view), width).h + 2 * above_and_below_mm);
}

void draw_foot(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const bool away = is_away(view.session.link);
    frame.panel({box.x - beyond_edge_mm, box.y, box.w + 2 * beyond_edge_mm, box.h + beyond_edge_mm},
                {.ground = away ? ui::Ground::attention : ui::Ground::dark,
                 .border = false,
                 .radius_mm = 0});
    const std::string words = foot_words(view);
    const ui::TextLook look{.ink = away ? ui::Ink::attention : ui::Ink::on_dark,
                            .align = away ? ui::Align::left : ui::Align::centre,
                            .role = ui::Role::status};
    const float width = text_width(box, away);
    const float height = frame.measure(words, width, look).h;
    float x = box.x + margin_mm;
    if (away) {
        frame.icon({x, box.centre_y() - icon_mm / 2, icon_mm, icon_mm}, "network_off",
                   ui::Ink::attention);
        x += icon_mm + beside_icon_mm;
    }
    frame.text({x, box.centre_y() - height / 2, width, height + 1}, words, look);
}

float wanted_height(const View& view) {
    constexpr float wanted_mm = 52;
    const auto wanted =
        queue::help_from(view.session.queue, queue::HelpLevel::everywhere, view.now.wall);
    return wanted.empty() ? 0 : wanted_mm;
}

void draw_wanted(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const bool bright = flashes_bright(frame);
    const ui::Ink ink = bright ? ui::Ink::on_action : ui::Ink::action;
    frame.panel(box, {.ground = bright ? ui::Ground::action : ui::Ground::action_tint});
    constexpr float bell_mm = 32;
    frame.icon({box.x + 18, box.centre_y() - bell_mm / 2, bell_mm, bell_mm}, "bell", ink);
    const float x = box.x + 18 + bell_mm + 14;
    text_that_fits(frame, {x, box.y + 3, box.right() - 18 - x, box.h - 6}, wanted_words(view),
                   {.weight = ui::Weight::bold, .ink = ink, .role = ui::Role::status}, 26,
                   least_capital_mm + 2.1F);
}

} // namespace rexue::screens::board
