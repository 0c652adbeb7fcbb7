// One card of a choice: how tall it must be, and its drawing.
#pragma once

#include "kiosk/ui/widgets/choice_cards.h"

namespace rexue::ui::widgets {

// Where the icon lies: beside the words, or above them in narrow cards.
enum class CardForm { beside, above };

// What all cards of a choice have in common.
struct CardLook {
    CardForm form = CardForm::beside;
    TextSize name = TextSize::large;
};

// Whether every word of its name has a line to itself; a grid of cards wants the whole name on one.
enum class NameRule { whole_words, one_line };
bool name_fits(Frame& frame, const Choice& choice, float width_mm, const CardLook& look,
               NameRule rule);

// The least height in millimetres at which nothing of it is cut.
float choice_card_height(Frame& frame, const Choice& choice, float width_mm, const CardLook& look);

// True in the frame in which it is pressed. `id` is unique on the screen.
bool choice_card(Frame& frame, std::string_view id, const Rect& rect, const Choice& choice,
                 const CardLook& look, bool is_selected);

} // namespace rexue::ui::widgets
