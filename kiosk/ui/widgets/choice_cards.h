// One choice of several, each a card with an icon, a name and what it means.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "kiosk/ui/frame.h"

namespace rexue::ui::widgets {

struct Choice {
    std::string_view id; // unique among the choices
    std::string_view label;
    std::string_view detail = {};
    std::string_view icon = {};
    bool enabled = true;
};

// Which cards are shown where there are more than fit; kept by the caller.
struct ChoicePage {
    size_t first = 0;
};

// Returns the place in `choices` of the card that was pressed in this frame. One column if the
// room is tall enough, else more; never more cards than `Metrics::most_choices`, nor than the room
// holds unclipped: then a "more" button at the bottom turns to the next ones and at last back to
// the first.
std::optional<size_t> choice_cards(Frame& frame, std::string_view id, const Rect& room,
                                   std::span<const Choice> choices, std::optional<size_t> selected,
                                   ChoicePage& page);

} // namespace rexue::ui::widgets
