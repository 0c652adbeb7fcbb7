#include "kiosk/ui/widgets/signature_pad.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/fitting.h"
#include "kiosk/ui/widgets/smooth_stroke.h"
#include "kiosk/ui/widgets/tone.h"

namespace rexue::ui::widgets {

namespace {

constexpr float pen_mm = 1.3F;
constexpr float rule_mm = 0.4F;
constexpr float rule_at = 0.76F; // of the pad's height
constexpr float button_share = 0.5F;

std::string_view state_words(const Signature& signature) {
    if (!signature.has_ink()) return tr("Not signed yet");
    return signature.is_signed() ? tr("Signed") : tr("Please write your whole name");
}

void take(Frame& frame, std::string_view id, const Rect& pad, std::string_view label,
          Signature& signature) {
    const std::string_view before = state_words(signature);
    const PadTrail trail = frame.pad(id, pad, label, before);
    if (trail.starts) signature.begin_stroke();
    for (const Point& point : trail.points)
        signature.add(frame.as_seen(pad, {point.x - pad.x, point.y - pad.y}));
    // The tree has told the state before this frame's ink.
    if (state_words(signature) != before) frame.redraw_in(std::chrono::milliseconds(0));
}

void draw_ink(Frame& frame, const Rect& pad, const Signature& signature) {
    for (size_t i = 0; i < signature.stroke_count(); ++i) {
        std::vector<Point> curve = smooth_stroke(signature.stroke(i));
        for (Point& point : curve) {
            point = frame.as_seen(pad, point);
            point = {pad.x + point.x, pad.y + point.y};
        }
        frame.stroke(curve, frame.theme().ink, pen_mm);
    }
}

void draw_paper(Frame& frame, const Rect& pad, const Signature& signature) {
    frame.panel(pad);
    const float y = pad.y + pad.h * rule_at;
    const float margin = frame.metrics().margin_mm;
    frame.line(pad.x + margin, y, pad.right() - margin, y, frame.theme().line, rule_mm);
    if (signature.has_ink()) return;
    frame.text_in({pad.x + margin, pad.y, pad.w - 2 * margin, pad.h * rule_at},
                  tr("Sign here with your finger"), {.ink = Ink::secondary, .max_lines = 1});
}

} // namespace

void signature_pad(Frame& frame, std::string_view id, const Rect& rect, std::string_view label,
                   Signature& signature) {
    const Metrics& metrics = frame.metrics();
    const Rect pad{rect.x, rect.y, rect.w, rect.h - metrics.gap_mm - metrics.target_mm};
    take(frame, id, pad, label, signature);
    draw_paper(frame, pad, signature);
    draw_ink(frame, pad, signature);

    const float row_y = pad.bottom() + metrics.gap_mm;
    const float button_w = rect.w * button_share;
    const ToneLook tone = look_of(signature.is_signed() ? Tone::done : Tone::calm);
    const std::string_view words = state_words(signature);
    const float icon = metrics.capital_mm(TextSize::body) * 1.75F;
    float left = rect.x;
    if (signature.is_signed()) {
        frame.icon({left, row_y + (metrics.target_mm - icon) / 2, icon, icon}, tone.icon, tone.ink);
        left += icon + 1;
    }
    const Rect state{left, row_y, rect.right() - button_w - metrics.gap_mm - left,
                     metrics.target_mm};
    frame.text(
        {state.x, state.centre_y() - frame.measure(words, state.w, {.size = TextSize::small}).h / 2,
         state.w, metrics.target_mm},
        words, {.size = TextSize::small, .ink = tone.ink, .spoken = ""});
    const bool can_clear = signature.has_ink();
    const std::string_view again = tr("Sign again");
    if (frame.button(std::string(id) + "/clear",
                     {rect.right() - button_w, row_y, button_w, metrics.target_mm}, again,
                     {.icon = "undo", .enabled = can_clear})) {
        signature.clear();
    }
}

} // namespace rexue::ui::widgets
