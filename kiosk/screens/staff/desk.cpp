// The desk: who is here, who is next and why, who wants help, what is broken.
#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/screens/staff/chrome.h"
#include "kiosk/screens/staff/desk_parts.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::staff {

using ui::tr;

namespace {

constexpr float least_list_mm = 152;
constexpr float most_list_mm = 190;
constexpr float most_present_mm = 66;
constexpr size_t max_help_rows = 2;

// As wide as its words want to be.
float list_width(const ui::Frame& frame) {
    return std::clamp(frame.metrics().small_mm * 38, least_list_mm, most_list_mm);
}

// How many they are is seen without going there.
std::string reviews_label(const Session& session) {
    const size_t count = flow::staff::needing_a_look(session).size();
    return count == 0 ? std::string(tr("Needs a look")) : say(tr("Needs a look: {}"), count);
}

// `reviews` is good as long as the buttons are.
std::vector<FootButton> foot_buttons(const Session& session, const std::string& reviews) {
    return with_look_buttons({{.id = "reviews",
                               .label = reviews,
                               .icon = "warning",
                               .event = flow::staff::ReviewsTapped{}},
                              {.id = "change_desk",
                               .label = tr("Change desk"),
                               .icon = "chair",
                               .event = flow::staff::ChangeDeskTapped{}},
                              {.id = "sign_out",
                               .label = tr("Sign out"),
                               .icon = "leave",
                               .event = flow::staff::SignOutTapped{}}},
                             session);
}

void draw_work(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const auto help = quiet_help(view);
    const auto notes = notes_of(view.session);

    ui::Column column(box.w, gap_mm);
    column.add_growing(least_present_height(frame), most_present_mm,
                       [&](const ui::Rect& at) { draw_present(frame, view, at); });
    for (size_t i = 0; i < std::min(max_help_rows, help.size()); ++i) {
        const float height = help_row_height(frame, view, help[i], box.w);
        const auto draw = [&, i](const ui::Rect& at) { draw_help_row(frame, view, help[i], at); };
        // The first call is always seen, be it here or above in large letters; where there is room
        // for one only, what was just refused goes before it for its few seconds.
        const bool is_first = i == 0 && help.size() == view.session.queue.help.size();
        if (is_first && !view.session.remark) {
            column.add(height, draw);
        } else {
            column.add_optional(height, draw);
        }
    }
    add_notes(frame, notes, column);
    column.add_space(1000);
    column.add(commands_height(frame, box.w),
               [&](const ui::Rect& at) { draw_commands(frame, view, at); });
    const float room = box.h - column.least_height() - gap_mm;
    const bool fits = next_height(frame, view, box.w, Why::told) <= room;
    const Why why = fits ? Why::told : Why::left_out;
    const float next_mm = next_height(frame, view, box.w, why);
    const auto next = [&, why](const ui::Rect& at) { draw_next(frame, view, at, why); };
    // Without a line nobody is called: who would be next stands in their row of the line too.
    if (view.session.link == flow::Link::online) {
        column.add(next_mm, next);
    } else {
        column.add_optional(next_mm, next);
    }
    column.draw(box);
}

} // namespace

void desk(ui::Frame& frame, const View& view) {
    frame.screen("desk");
    const flow::ServicePoint* point = flow::find_point(view.session.house, view.session.desk);
    const std::string stage = point == nullptr ? std::string() : point->stage;
    const float head =
        draw_head(frame, view, point == nullptr ? view.session.desk : point_name(*point),
                  view.session.staff_name + " · " + stage_name(stage));
    const ui::Rect area = frame.area();
    ui::Rect box{edge_mm, head + gap_mm, area.w - 2 * edge_mm, area.h - head - 2 * gap_mm - 2};
    if (const float taken = draw_urgent_help(frame, view, box); taken > 0) {
        box.y += taken + gap_mm;
        box.h -= taken + gap_mm;
    }
    const float list = list_width(frame);
    ui::Rect work{box.x + list + edge_mm, box.y, box.w - list - edge_mm, box.h};
    // Under the work; under everything where its words would take a second row there.
    const std::string reviews = reviews_label(view.session);
    const auto foot = foot_buttons(view.session, reviews);
    const bool is_wide =
        foot_height(frame, foot, work.w) > foot_height(frame, foot, box.w) + gap_mm;
    const ui::Rect& above = is_wide ? box : work;
    const float foot_mm = foot_height(frame, foot, above.w);
    draw_foot(frame, view, foot, {above.x, above.bottom() - foot_mm, above.w, foot_mm});
    work.h -= foot_mm + gap_mm;
    draw_line(frame, view, stage, {box.x, box.y, list, is_wide ? work.h : box.h});
    draw_work(frame, view, work);
}

} // namespace rexue::screens::staff
