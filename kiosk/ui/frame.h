// What a screen draws with: one frame, immediate mode, millimetres.
//
// Everything drawn through it is entered in the semantic tree in the order of the calls, which is
// the reading order. Nothing here blocks or touches a file after the first use of an icon.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/semantic_tree.h"
#include "kiosk/ui/theme.h"

namespace rexue::ui {

enum class Align { left, centre, right };

struct TextLook {
    TextSize size = TextSize::body;
    Weight weight = Weight::regular;
    Ink ink = Ink::primary;
    Align align = Align::left;
    float capital_mm = 0;        // overrides `size` when > 0: tickets and calls
    int max_lines = 0;           // 0: as many as the rectangle holds
    Role role = Role::text;      // heading, text or status
    std::string_view value = {}; // for the semantic tree
    // Read aloud in place of the words: none, the words themselves; empty, nothing, because a
    // target beside it says them.
    std::optional<std::string_view> spoken = {};
};

struct PanelLook {
    Ground ground = Ground::card;
    bool border = true;
    float radius_mm = -1; // < 0: the theme's
};

enum class ButtonKind {
    primary,
    inviting, // what is primary on the great plane of the attract screen
    secondary,
    quiet
};

struct ButtonLook {
    ButtonKind kind = ButtonKind::secondary;
    std::string_view icon = {}; // a name in assets/icons, drawn before the label
    bool enabled = true;
    bool selected = false; // for choices
    TextSize size = TextSize::body;
    Role role = Role::button;
    std::string_view value = {};
    std::string_view detail = {}; // a second, smaller line
    Align align = Align::centre;  // of icon and words; left for rows of a list
};

struct TargetLook {
    Role role = Role::button;
    bool enabled = true;
    bool selected = false;
    std::string_view value = {};
};

// What a finger drew on a pad in one frame.
struct PadTrail {
    bool starts = false;       // the finger came down: a new stroke begins
    std::vector<Point> points; // in order, on the canvas; empty while nothing moves
};

class Ui;

class Frame {
  public:
    // The whole canvas.
    Rect area() const;
    const Theme& theme() const;
    const Metrics& metrics() const;
    // "zh_CN", "en" … ; `tr` below looks up in it.
    std::string_view language() const;

    // Named once a frame, first: role `screen`.
    void screen(std::string_view name);

    // Text inside `rect`, from its top; wraps at its width; what does not fit is cut at the end
    // with an ellipsis and marked clipped. Returns the rectangle of the ink.
    Rect text(const Rect& rect, std::string_view utf8, const TextLook& look = {});
    // Centred both ways on one line (shrunk never: clipped when too long).
    Rect text_in(const Rect& rect, std::string_view utf8, const TextLook& look = {});
    // One line, centred in the rectangle's height only; `look.align` says where across.
    Rect text_row(const Rect& rect, std::string_view utf8, const TextLook& look = {});
    // What `text` would take, without drawing: the width of the widest line, the height of the
    // lines with their spacing (so texts put one below the other keep even distances). A width of
    // 0 never wraps. `text` in a rectangle of this size is not clipped.
    Size measure(std::string_view utf8, float width_mm, const TextLook& look = {});

    // While it lives, no control that is drawn overlaps another: keys, cells. Many of them cost
    // half as much so. Within one, words lie over shapes. Not one Apart within another, nor a
    // scroll.
    class Apart {
      public:
        explicit Apart(Frame& frame);
        ~Apart();
        Apart(const Apart&) = delete;
        Apart& operator=(const Apart&) = delete;

      private:
        Ui& ui_;
    };

    void panel(const Rect& rect, const PanelLook& look = {});
    // The ground of a text, for contrast checks, is the newest panel, fill, pill or button under
    // the middle of its ink, or the page.

    // A filled rectangle without border or meaning.
    void fill(const Rect& rect, Colour colour, float radius_mm = 0);
    void line(float from_x, float y0, float to_x, float y1, Colour colour, float width_mm);
    // Through the points with round ends: a stroke of a signature.
    void stroke(std::span<const Point> points, Colour colour, float width_mm);

    // A rounded label: "✓ 证件有效". Returns its rectangle; height follows from the size.
    Rect pill(float x, float y, std::string_view utf8, Ground ground, Ink ink,
              std::string_view icon = {}, TextSize size = TextSize::small);
    Size measure_pill(std::string_view utf8, std::string_view icon = {},
                      TextSize size = TextSize::small);

    // True in the frame in which a press that began inside ended inside. `id` tells buttons with
    // the same label apart and must be unique on the screen.
    bool button(std::string_view id, const Rect& rect, std::string_view label,
                const ButtonLook& look = {});
    // What a button must be for its label to stand on one line.
    Size measure_button(std::string_view label, const ButtonLook& look = {});
    // An invisible target over something that was drawn by hand (a card, a list row).
    bool target(std::string_view id, const Rect& rect, std::string_view label, Role role,
                bool selected = false);
    bool target(std::string_view id, const Rect& rect, std::string_view label,
                const TargetLook& look);
    bool is_pressed(std::string_view id) const; // held down now, inside

    // A field to draw on with the finger: what was drawn since the last frame, every move of it,
    // cut at the pad's edge. The caller keeps the strokes and draws them.
    // `value` is for the semantic tree: what the caller keeps already.
    PadTrail pad(std::string_view id, const Rect& rect, std::string_view label,
                 std::string_view value = {});
    // A place on a pad, from the pad's top left corner, as the donor sees it: on a canvas that is
    // mirrored for a language written from right to left, the other way round. Twice is back.
    Point as_seen(const Rect& pad, Point from_corner) const;

    // A modal begins: its ground covers the canvas, and what was drawn so far can no longer be
    // pressed, scrolled, focused or read. Not between `begin_scroll` and `end_scroll`.
    void cover(Ground ground);

    // Between the two calls everything is cut at `rect`, also what can be pressed. Returns how far
    // the content is scrolled, 0 … content_height_mm - rect.h: draw it that much higher. A drag
    // over it scrolls; the press it may have begun as does not count. A finger lifted in motion
    // leaves it gliding for less than a second; a touch stops it and presses nothing. What the
    // keypad focuses is scrolled into sight. Nodes are cut at `rect` too, and scrolled-away ones
    // stay out of the tree. One inside another is not supported.
    float begin_scroll(std::string_view id, const Rect& rect, float content_height_mm);
    void end_scroll();
    // Glides there (at once without motion), clamped to the content; for a "more" button.
    void scroll_to(std::string_view id, float offset_mm);

    void icon(const Rect& rect, std::string_view name, Ink ink);
    // SVG from assets/images, fitted, with a label for speech (empty: decoration).
    void image(const Rect& rect, std::string_view name, std::string_view label = {});
    void qr(const Rect& rect, std::string_view content, std::string_view label);

    // A rounded bar filled from the left by `share`, 0 … 1. Role `progress`.
    void bar(const Rect& rect, float share, Ink ink, std::string_view label,
             std::string_view value = {});

    // Progress of a visit: steps in order, `present` (from 0) marked, earlier ones done.
    void steps(const Rect& rect, const std::string_view* labels, int count, int present);

    // Asks for another frame no later than this from now: countdowns, flashes. Asked anew in each
    // frame; a frame that does not ask is the last until something happens.
    void redraw_in(std::chrono::milliseconds delay);
    // Time since the screen's name changed: for short entrances (0 … ). One hour at once when
    // motion is switched off, so that every entrance is over before it begins.
    std::chrono::milliseconds since_entered() const;
    // The same for a part of a screen: time since `id` was drawn without a break, for what comes
    // and goes on one screen. Asking is what counts as drawing.
    std::chrono::milliseconds since_shown(std::string_view id);
    // The steady time of this frame.
    std::chrono::milliseconds now() const;

  private:
    friend class Ui;
    explicit Frame(Ui& ui) : ui_(ui) {}
    Ui& ui_;
};

} // namespace rexue::ui
