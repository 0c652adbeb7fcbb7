// What a Ui is made of; only the sources of this folder include it.
#pragma once

#include <set>

#include "kiosk/ui/appearances.h"
#include "kiosk/ui/draw/painter.h"
#include "kiosk/ui/draw/picture_cache.h"
#include "kiosk/ui/draw/qr_cache.h"
#include "kiosk/ui/draw/renderer.h"
#include "kiosk/ui/input/presses.h"
#include "kiosk/ui/input/scrolls.h"
#include "kiosk/ui/text/text_cache.h"
#include "kiosk/ui/ui.h"

namespace rexue::ui {

// What lies under a place: the newest thing drawn there.
struct PaintedGround {
    Rect rect;
    Colour colour;
};

enum class Vertical { top, middle };

struct Ui::Parts {
    explicit Parts(const UiOptions& chosen);

    UiOptions options;
    float scale = 1; // pixels a millimetre
    std::unique_ptr<draw::Renderer> renderer;
    draw::Painter painter;
    text::TextCache texts;
    draw::PictureCache pictures;
    draw::QrCache codes;
    input::Presses presses;
    input::Scrolls scrolls;
    Appearances appearances;
    SemanticTree tree;
    std::vector<PaintedGround> grounds;
    std::set<std::string> faults;

    std::string screen;
    std::chrono::milliseconds now{};
    std::chrono::milliseconds entered_at{};
    std::optional<std::chrono::milliseconds> redraw_at;
    std::string pad;          // the pad the finger came down in, while it is down
    bool is_frame_due = true; // nothing was drawn yet, or not in this look
    // Screens are laid out from left to right; for a language that is written from right to left
    // the canvas is their mirror image, words and pictures excepted.
    bool is_mirrored = false;
    draw::PxOffset wander; // of the newest frame, against burn-in

    const Theme& theme() const { return options.theme; }
    const Metrics& metrics() const { return options.metrics; }

    // Where the picture is to stand at this time.
    draw::PxOffset wander_at(std::chrono::milliseconds time) const;

    // From the layout to the canvas and, being a mirror, back.
    Rect on_canvas(const Rect& rect) const;
    float x_on_canvas(float x_mm) const {
        return is_mirrored ? options.canvas.width_mm - x_mm : x_mm;
    }
    // The place of the layout that is seen at this pixel of the panel.
    Point under_finger(float x_px, float y_px) const;
    // Of the canvas, on whole pixels, for a rectangle of the layout.
    draw::PxRect px(const Rect& layout) const;
    float px(float mm) const { return mm * scale; }
    float mm(int pixels) const { return static_cast<float>(pixels) / scale; }

    float capital_mm(const TextLook& look) const;
    text::TextSpec spec_of(std::string_view utf8, const TextLook& look, float width_mm) const;
    // The lines of `look` that a height holds, at least one.
    int lines_in(float height_mm, const TextLook& look) const;

    // Draws into the box and returns the rectangle of the ink. Nothing is entered in the tree.
    struct Written {
        Rect ink;
        std::string_view shown; // the words drawn, until the end of the frame
        bool clipped = false;
    };
    Written write(const Rect& box, std::string_view utf8, const TextLook& look, Vertical vertical,
                  int max_lines, Colour colour);

    void remember_ground(const Rect& rect, Colour colour) { grounds.push_back({rect, colour}); }
    Colour ground_under(const Rect& ink) const;

    void draw_icon(const Rect& rect, std::string_view name, Colour colour);
    void draw_focus_ring(const Rect& rect);
    // Cuts at the scroll region at hand, and leaves out what is scrolled away.
    void enter(Node node);
    // Offers a target, cut at the scroll region at hand; scrolls to it when it has the focus.
    bool offer(std::string_view id, const Rect& rect, bool enabled);
};

} // namespace rexue::ui
