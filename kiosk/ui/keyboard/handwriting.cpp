// The box to write in.
#include <algorithm>

#include "kiosk/ui/keyboard/bodies.h"
#include "kiosk/ui/keyboard/keys.h"
#include "kiosk/ui/strings.h"

namespace rexue::ui::keyboard {

namespace {

constexpr std::string_view pad_id = "ink";
constexpr float pen_mm = 2.2F;
constexpr float grid_mm = 0.3F;
constexpr float most_of_the_width = 0.52F;

// A cross of thin lines helps to place the parts of a character.
void draw_paper(Frame& frame, const Rect& box) {
    frame.panel(box);
    const Colour colour = frame.theme().line;
    const Rect inner = box.inset(3);
    frame.line(inner.centre_x(), inner.y, inner.centre_x(), inner.bottom(), colour, grid_mm);
    frame.line(inner.x, inner.centre_y(), inner.right(), inner.centre_y(), colour, grid_mm);
}

void draw_ink(Frame& frame, const Rect& box, const Typing& typing) {
    for (const input_method::Stroke& stroke : typing.ink) {
        std::vector<Point> points;
        for (const input_method::InkPoint& ink : stroke) {
            const Point point = frame.as_seen(box, {ink.x * box.w, ink.y * box.h});
            points.push_back({box.x + point.x, box.y + point.y});
        }
        frame.stroke(points, frame.theme().ink, pen_mm);
    }
}

std::optional<Keystroke> follow_finger(Frame& frame, const Rect& box, const Typing& typing) {
    const PadTrail trail = frame.pad(pad_id, box, tr("Write one character here"));
    if (trail.points.empty()) {
        if (!typing.is_pen_down) return std::nullopt;
        if (frame.is_pressed(pad_id)) return std::nullopt;
        return Keystroke{.kind = Keystroke::Kind::lift_pen, .text = {}};
    }
    // The frame in which the finger is seen to be gone.
    frame.redraw_in(std::chrono::milliseconds(0));
    Keystroke drawn{.kind = Keystroke::Kind::draw, .text = {}, .starts = trail.starts};
    for (const Point& point : trail.points) {
        const Point seen = frame.as_seen(box, {point.x - box.x, point.y - box.y});
        drawn.points.push_back({seen.x / box.w, seen.y / box.h});
    }
    return drawn;
}

} // namespace

std::optional<Keystroke> draw_handwriting(Frame& frame, const Rect& rect, const Typing& typing) {
    const Metrics& metrics = frame.metrics();
    const float gap = metrics.gap_mm;
    const float button = metrics.target_mm;
    const float side = std::min(rect.h - button - gap, rect.w * most_of_the_width);
    const Rect box{rect.x, rect.y, side, side};
    draw_paper(frame, box);
    draw_ink(frame, box, typing);
    auto done = follow_finger(frame, box, typing);
    ButtonLook erase{.kind = ButtonKind::quiet, .icon = "undo", .enabled = !typing.ink.empty()};
    if (frame.measure_button(tr("Erase stroke"), erase).w > box.w) erase.icon = "";
    if (frame.button("erase-stroke", {box.x, box.bottom() + gap, box.w, button}, tr("Erase stroke"),
                     erase)) {
        done = Keystroke{.kind = Keystroke::Kind::erase_stroke, .text = {}};
    }
    const Rect beside{box.right() + gap, rect.y, rect.right() - box.right() - gap, rect.h};
    if (auto chosen = draw_candidates(
            frame, beside, typing,
            tr("Write one character at a time. Rare characters are under “Strokes”."))) {
        done = chosen;
    }
    return done;
}

} // namespace rexue::ui::keyboard
