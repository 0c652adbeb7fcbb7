#include "kiosk/ui/widgets/date_cell.h"

#include <algorithm>

namespace rexue::ui::widgets {

bool date_cell(Frame& frame, std::string_view id, const Rect& rect, const DateCell& cell) {
    const bool pressed = frame.target(id, rect, cell.words,
                                      {.role = Role::choice,
                                       .enabled = cell.enabled,
                                       .selected = cell.selected,
                                       .value = cell.value});
    const bool is_held = cell.enabled && frame.is_pressed(id);
    const float radius = std::min(frame.metrics().radius_mm, rect.h / 4);
    TextLook look{.size = cell.size, .weight = Weight::bold, .spoken = ""};
    if (cell.selected && cell.enabled) {
        frame.fill(rect, frame.theme().action, radius);
        look.ink = Ink::on_action;
    } else if (cell.enabled) {
        frame.panel(rect,
                    {.ground = is_held ? Ground::action_tint : Ground::card, .radius_mm = radius});
    } else {
        // No border: it is not there to be pressed.
        look.weight = Weight::regular;
        look.ink = Ink::secondary;
    }
    frame.text_in(rect, cell.words, look);
    return pressed;
}

} // namespace rexue::ui::widgets
