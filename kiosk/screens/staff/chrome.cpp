#include "kiosk/screens/staff/chrome.h"

#include <algorithm>
#include <array>

#include "kiosk/screens/fit.h"
#include "kiosk/screens/link_pill.h"
#include "kiosk/screens/next_minute.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/banner.h"

namespace rexue::screens::staff {

using ui::tr;

namespace {

constexpr float least_head_mm = 34;
constexpr float least_foot_button_mm = 20;
// The panel goes on beyond the edge: against burn-in the picture wanders by a pixel or two.
constexpr float beyond_edge_mm = 2;

std::string_view remark_words(flow::staff::Remark remark) {
    using flow::staff::Remark;
    switch (remark) {
        case Remark::wrong_number_or_pin:
            return tr("Staff number or PIN is wrong");
        case Remark::too_many_tries:
            return tr("Too many tries: please wait, then try again");
        case Remark::server_away:
            return tr("The centre does not answer. Please try again.");
        case Remark::nobody_waits:
            return tr("Nobody is waiting for this desk");
        case Remark::moved_on:
            return tr("Another desk was quicker: the list is up to date now");
        case Remark::session_ended:
            return tr("Signed out. Please sign in again.");
        case Remark::not_allowed:
            return tr("This account may not do that");
        case Remark::not_possible:
            return tr("This is not possible: a rule stands against it, or the value is mistyped");
    }
    return {};
}

std::string_view link_trouble(flow::Link link) {
    switch (link) {
        case flow::Link::offline:
            return tr("Line to the centre is down: call by voice, nothing is lost");
        case flow::Link::untrusted:
            return tr("Centre not verified: tell the operator");
        case flow::Link::duplicate_terminal:
            return tr("This certificate is used elsewhere: tell the operator");
        case flow::Link::online:
        case flow::Link::connecting:
            break;
    }
    return {};
}

ui::widgets::Banner banner_of(const Note& note) {
    return {.tone = ui::widgets::Tone::attention, .words = note.text, .icon = note.icon};
}

} // namespace

float draw_head(ui::Frame& frame, const View& view, const std::string& title,
                const std::string& subtitle) {
    const ui::Rect area = frame.area();
    const ui::TextLook title_look{.weight = ui::Weight::bold};
    const ui::TextLook subtitle_look{.size = ui::TextSize::small, .ink = ui::Ink::secondary};
    const float title_mm = frame.measure("Ag献", 0, title_look).h;
    const float subtitle_mm = frame.measure("Ag献", 0, subtitle_look).h;
    const float height = std::max(least_head_mm, title_mm + subtitle_mm + 8);
    frame.panel(
        {-beyond_edge_mm, -beyond_edge_mm, area.w + 2 * beyond_edge_mm, height + beyond_edge_mm},
        {.ground = ui::Ground::card, .border = false, .radius_mm = 0});
    frame.line(-beyond_edge_mm, height, area.w + beyond_edge_mm, height, frame.theme().line, 0.3F);
    frame.image({edge_mm + 1, height / 2 - 9, 14, 18}, frame.theme().logo);

    const auto local = base::local_time(view.now.wall, view.session.house.utc_offset);
    const std::string time = clock_time(local.since_midnight);
    const ui::TextLook time_look{.size = ui::TextSize::large, .weight = ui::Weight::bold};
    const float time_width = frame.measure(time, 0, time_look).w + 1;
    float right = area.w - edge_mm - time_width;
    frame.text_row({right, 0, time_width, height}, time, time_look);
    // Short: what it means is told in a note.
    const LinkPill pill = link_pill(view.session.link);
    const ui::Size size = frame.measure_pill(pill.text, pill.icon);
    right -= 8 + size.w;
    frame.pill(right, (height - size.h) / 2, pill.text, pill.ground, pill.ink, pill.icon);

    const float x = edge_mm + 24;
    const float width = right - 8 - x;
    const float top = (height - title_mm - subtitle_mm) / 2;
    const ui::Metrics& metrics = frame.metrics();
    frame.text_row(
        {x, top, width, title_mm}, title,
        {.weight = ui::Weight::bold,
         .capital_mm = capital_that_fits(frame, title, width, metrics.body_mm, metrics.small_mm)});
    frame.text_row({x, top + title_mm, width, subtitle_mm}, subtitle, subtitle_look);
    redraw_at_next_minute(frame, view.now);
    return height;
}

std::vector<Note> notes_of(const Session& session) {
    std::vector<Note> notes;
    if (session.remark) {
        notes.push_back(
            {.text = std::string(remark_words(*session.remark)), .answers_a_tap = true});
    }
    if (const auto trouble = link_trouble(session.link); !trouble.empty()) {
        notes.push_back({.icon = "network_off", .text = std::string(trouble)});
    }
    if (session.health.clock_is_behind) {
        notes.push_back(
            {.icon = "clock",
             .text = std::string(tr("The clock of this terminal is wrong: tell the operator"))});
    }
    if (const int kept = session.health.kept_back; kept > 0) {
        notes.push_back(
            {.text = say(ui::tr_n("The centre refused {} entry: tell the operator",
                                  "The centre refused {} entries: tell the operator", kept),
                         kept)});
    }
    return notes;
}

float note_height(ui::Frame& frame, const Note& note, float width_mm) {
    // A desk is full: less room above and below than a banner that stands alone.
    return ui::widgets::banner_height(frame, width_mm, banner_of(note)) -
           frame.metrics().body_mm * 0.5F;
}

void draw_note(ui::Frame& frame, const Note& note, const ui::Rect& place) {
    ui::widgets::banner(frame, place, banner_of(note));
}

void add_notes(ui::Frame& frame, const std::vector<Note>& notes, ui::Column& column) {
    for (const Note& note : notes) {
        const float height = note_height(frame, note, column.width());
        const auto draw = [&frame, &note](const ui::Rect& at) { draw_note(frame, note, at); };
        if (note.answers_a_tap) {
            column.add(height, draw);
        } else {
            column.add_optional(height, draw);
        }
    }
}

std::vector<FootButton> with_look_buttons(std::vector<FootButton> buttons, const Session& session) {
    const bool english = ui::current_language() == "en";
    buttons.push_back({.id = "language",
                       .label = english ? "中文" : "English",
                       .icon = "language",
                       .event = flow::staff::LanguageTapped{.language = english ? "zh_CN" : "en"}});
    const bool largest = session.text_step == flow::staff::max_text_step;
    buttons.push_back({.id = "text",
                       .label = largest ? tr("Standard text") : tr("Larger text"),
                       .icon = "care",
                       .event = flow::staff::TextTapped{}});
    return buttons;
}

namespace {

Grid foot_grid(ui::Frame& frame, const std::vector<FootButton>& buttons, float width_mm) {
    return grid_that_fits(frame, labels_of(buttons),
                          {.kind = ui::ButtonKind::quiet, .icon = "leave"}, width_mm);
}

float foot_button_height(ui::Frame& frame) {
    return std::max(least_foot_button_mm, frame.measure_button("献", {}).h);
}

} // namespace

float foot_height(ui::Frame& frame, const std::vector<FootButton>& buttons, float width_mm) {
    return foot_grid(frame, buttons, width_mm).height(foot_button_height(frame));
}

void draw_foot(ui::Frame& frame, const View& view, const std::vector<FootButton>& buttons,
               const ui::Rect& place) {
    const Grid grid = foot_grid(frame, buttons, place.w);
    for (size_t i = 0; i < buttons.size(); ++i) {
        const FootButton& button = buttons[i];
        const ui::Rect rect = grid.cell(place, foot_button_height(frame), i);
        ui::ButtonLook look{.kind = button.kind, .icon = button.icon};
        fit_label(frame, button.label, rect.w, look);
        if (frame.button(button.id, rect, button.label, look)) view.emit(button.event);
    }
}

ui::Rect draw_frame(ui::Frame& frame, const View& view, const std::string& title,
                    const std::string& subtitle, std::vector<FootButton> buttons, float side_mm) {
    const float head = draw_head(frame, view, title, subtitle);
    const ui::Rect area = frame.area();
    const auto foot = with_look_buttons(std::move(buttons), view.session);
    const ui::Rect box{side_mm, head + gap_mm, area.w - 2 * side_mm,
                       area.h - head - 2 * gap_mm - 2};
    const float foot_mm = foot_height(frame, foot, box.w);
    draw_foot(frame, view, foot, {box.x, box.bottom() - foot_mm, box.w, foot_mm});
    return {box.x, box.y, box.w, box.h - foot_mm - gap_mm};
}

} // namespace rexue::screens::staff
