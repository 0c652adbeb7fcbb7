// What frames every staff screen: the head with who, where and the line; notes; help that nobody
// gives; language and text size.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/staff/staff_screens.h"
#include "kiosk/ui/column.h"

namespace rexue::screens::staff {

inline constexpr float edge_mm = 10;
inline constexpr float gap_mm = 6;

// `title` is the desk or the house, `subtitle` who is signed in. Returns the height below which a
// screen goes on.
float draw_head(ui::Frame& frame, const View& view, const std::string& title,
                const std::string& subtitle);

// What staff have to hear of: a remark on what they did, the line, the terminal itself.
struct Note {
    std::string_view icon = "warning";
    std::string text;
    bool answers_a_tap = false;
};
std::vector<Note> notes_of(const Session& session);
float note_height(ui::Frame& frame, const Note& note, float width_mm);
void draw_note(ui::Frame& frame, const Note& note, const ui::Rect& place);
// What answers a tap is seen whatever else stands there; the others where there is room. The notes
// live until the column is drawn.
void add_notes(ui::Frame& frame, const std::vector<Note>& notes, ui::Column& column);

// Over the whole width, flashing: a call for help that has been open too long for this screen.
// Desks see it once it is urgent and can answer it, locked ones once all the house is told.
// Returns the height it took, 0 when there is none.
float draw_urgent_help(ui::Frame& frame, const View& view, const ui::Rect& box);
// Those that are not urgent yet, oldest first.
std::vector<queue::HelpRequest> quiet_help(const View& view);
float help_row_height(ui::Frame& frame, const View& view, const queue::HelpRequest& request,
                      float width_mm);
void draw_help_row(ui::Frame& frame, const View& view, const queue::HelpRequest& request,
                   const ui::Rect& place);

// A row of buttons, quiet ones but for what the screen is for, of equal width, in as many rows as
// their words need.
struct FootButton {
    std::string_view id;
    std::string_view label;
    std::string_view icon;
    flow::staff::Event event;
    ui::ButtonKind kind = ui::ButtonKind::quiet;
};
// Language and text size are on every screen.
std::vector<FootButton> with_look_buttons(std::vector<FootButton> buttons, const Session& session);
float foot_height(ui::Frame& frame, const std::vector<FootButton>& buttons, float width_mm);
void draw_foot(ui::Frame& frame, const View& view, const std::vector<FootButton>& buttons,
               const ui::Rect& place);

// Head, and the buttons with those of language and text size at the foot. Returns what is left
// between them, `side_mm` from the edges.
ui::Rect draw_frame(ui::Frame& frame, const View& view, const std::string& title,
                    const std::string& subtitle, std::vector<FootButton> buttons, float side_mm);

} // namespace rexue::screens::staff
