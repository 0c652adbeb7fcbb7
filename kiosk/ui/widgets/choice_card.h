// One card of a choice: how tall it must be, and its drawing.
#pragma once

#include "kiosk/ui/widgets/choice_cards.h"

namespace rexue::ui::widgets {

// The least height in millimetres at which nothing of it is cut.
float choice_card_height(Frame& frame, const Choice& choice, float width_mm);

// True in the frame in which it is pressed. `id` is unique on the screen.
bool choice_card(Frame& frame, std::string_view id, const Rect& rect, const Choice& choice,
                 bool is_selected);

} // namespace rexue::ui::widgets
