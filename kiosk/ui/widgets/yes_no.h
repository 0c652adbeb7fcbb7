// The answers to a question that is asked one at a time.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/ui/frame.h"

namespace rexue::ui::widgets {

enum class Answer { no, yes, unsure };

// Empty words are the usual ones in the language shown; without `offers_unsure` there are two.
struct YesNoWords {
    std::string_view no = {};
    std::string_view yes = {};
    std::string_view unsure = {};
    bool offers_unsure = false;
};

// Returns the answer pressed in this frame. One below the other where the room is tall enough for
// main buttons, else side by side.
std::optional<Answer> yes_no(Frame& frame, std::string_view id, const Rect& room,
                             std::optional<Answer> selected, const YesNoWords& words = {});

} // namespace rexue::ui::widgets
