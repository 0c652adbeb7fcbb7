// What a screen draws with: one frame, immediate mode, millimetres.
//
// Everything drawn through it is entered in the semantic tree in the order of the calls, which is
// the reading order. Nothing here blocks or touches a file after the first use of an icon.
#pragma once

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/semantic_tree.h"
#include "kiosk/ui/theme.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace rexue::ui {

enum class Align { left, centre, right };

struct TextLook {
    TextSize size = TextSize::body;
    Weight weight = Weight::regular;
    Ink ink = Ink::primary;
    Align align = Align::left;
    float capital_mm = 0;    // overrides `size` when > 0: tickets and calls
    int max_lines = 0;       // 0: as many as the rectangle holds
    Role role = Role::text;  // heading, text or status
    std::string_view value = {};  // for the semantic tree
};

struct PanelLook {
    Ground ground = Ground::card;
    bool border = true;
    float radius_mm = -1;  // < 0: the theme's
};

enum class ButtonKind { primary, secondary, quiet };

struct ButtonLook {
    ButtonKind kind = ButtonKind::secondary;
    std::string_view icon = {};  // a name in assets/icons, drawn before the label
    bool enabled = true;
    bool selected = false;       // for choices
    TextSize size = TextSize::body;
    Role role = Role::button;
    std::string_view value = {};
    std::string_view detail = {};  // a second, smaller line
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
    // What `text` would take, without drawing.
    Size measure(std::string_view utf8, float width_mm, const TextLook& look = {});

    void panel(const Rect& rect, const PanelLook& look = {});
    // Ink on the ground of the panel the text lies on, for contrast checks: the newest panel that
    // contains the text. Filled rectangle without border or meaning:
    void fill(const Rect& rect, Colour colour, float radius_mm = 0);
    void line(float x0, float y0, float x1, float y1, Colour colour, float width_mm);

    // A rounded label: "✓ 证件有效". Returns its rectangle; height follows from the size.
    Rect pill(float x, float y, std::string_view utf8, Ground ground, Ink ink,
              std::string_view icon = {}, TextSize size = TextSize::small);
    Size measure_pill(std::string_view utf8, std::string_view icon = {},
                      TextSize size = TextSize::small);

    // True in the frame in which a press that began inside ended inside. `id` tells buttons with
    // the same label apart and must be unique on the screen.
    bool button(std::string_view id, const Rect& rect, std::string_view label,
                const ButtonLook& look = {});
    // An invisible target over something that was drawn by hand (a card, a list row).
    bool target(std::string_view id, const Rect& rect, std::string_view label, Role role,
                bool selected = false);
    bool is_pressed(std::string_view id) const;  // held down now, inside

    void icon(const Rect& rect, std::string_view name, Ink ink);
    // SVG from assets/images, fitted, with a label for speech (empty: decoration).
    void image(const Rect& rect, std::string_view name, std::string_view label = {});
    void qr(const Rect& rect, std::string_view content, std::string_view label);

    // Progress of a visit: steps in order, `present` (from 0) marked, earlier ones done.
    void steps(const Rect& rect, const std::string_view* labels, int count, int present);

    // Asks for another frame no later than this from now: countdowns, flashes.
    void redraw_in(std::chrono::milliseconds delay);
    // Time since the screen's name changed: for short entrances (0 … ).
    std::chrono::milliseconds since_entered() const;

  private:
    friend class Ui;
    explicit Frame(Ui& ui) : ui_(ui) {}
    Ui& ui_;
};

}  // namespace rexue::ui
