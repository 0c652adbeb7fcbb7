// A question that must be answered before anything else on the screen.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/widgets/tone.h"

namespace rexue::ui::widgets {

struct ModalAction {
    std::string_view id; // unique in the modal
    std::string_view label;
    std::string_view icon = {};
    ButtonKind kind = ButtonKind::secondary;
};

struct Modal {
    std::string_view title;
    std::string_view words = {};
    std::string_view icon = {}; // the tone's own if empty
    Tone tone = Tone::calm;
    std::span<const ModalAction> actions = {}; // in order from the top
    // Between words and actions: a countdown, a picture. Drawn with this height.
    float content_mm = 0;
    std::function<void(const Rect& place)> content = {};
};

// Drawn last, over the whole canvas: what was drawn before it can neither be pressed nor focused
// nor read (Frame::cover). Returns the place in `actions` of the one pressed in this frame. Words
// that leave no room for the actions are cut.
std::optional<size_t> modal(Frame& frame, std::string_view id, const Modal& modal);

} // namespace rexue::ui::widgets
