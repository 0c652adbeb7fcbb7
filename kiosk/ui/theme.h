// How things look, as data: colours by meaning, sizes in millimetres.
#pragma once

#include <cstdint>
#include <string>

namespace rexue::ui {

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    bool operator==(const Colour&) const = default;
};

// What is written with.
enum class Ink {
    primary,
    secondary,
    action,
    on_action,
    on_invitation,
    honour,
    done,
    attention,
    on_dark
};
// What is written on.
enum class Ground {
    page,
    card,
    action,
    action_pressed,
    action_tint,
    invitation, // the great plane of the attract screen
    honour,
    done,
    attention,
    dark
};

// Four sizes a mode. `small` is the floor: nothing is ever smaller.
enum class TextSize { small, body, large, title };
enum class Weight { regular, bold };

// The normal theme's inks are dark enough for a contrast of 7:1 on their own tinted grounds too.
struct Theme {
    std::string name = "normal";
    Colour page{0xFB, 0xF6, 0xF1};
    Colour card{0xFF, 0xFF, 0xFF};
    Colour line{0xE8, 0xDB, 0xD0};
    Colour ink{0x2B, 0x1B, 0x17};
    Colour second_ink{0x5C, 0x48, 0x41};
    Colour action{0x9A, 0x1B, 0x24};
    Colour action_pressed{0x7A, 0x13, 0x1A};
    Colour action_tint{0xFB, 0xEA, 0xE7};
    Colour honour{0x71, 0x4C, 0x00};
    Colour honour_ground{0xFF, 0xF4, 0xDA};
    Colour done{0x15, 0x5A, 0x38};
    Colour done_ground{0xE6, 0xF3, 0xEB};
    Colour attention{0x7B, 0x44, 0x00};
    Colour attention_ground{0xFF, 0xF0, 0xDA};
    Colour dark{0x2B, 0x1B, 0x17};
    Colour on_action{0xFF, 0xFF, 0xFF};
    Colour invitation{0x9A, 0x1B, 0x24};
    Colour on_invitation{0xFF, 0xFF, 0xFF};
    // Names in assets/images.
    std::string logo = "drop";
    std::string attract_picture = "attract_drop";
    std::string slogan; // the city's, in its own language; empty: the house's

    Colour of(Ink wanted) const;
    Colour of(Ground wanted) const;

    // This theme with another colour for the action and the invitation, darkened as far as its
    // contrast of 7:1 on every ground asks for.
    Theme with_accent(Colour accent) const;

    // For low vision: every ink on every ground it is meant for has a contrast of 15:1 or more.
    static Theme black_on_white();
    static Theme white_on_black();
};

// Relative luminance contrast of WCAG 2.1, 1 … 21, the same both ways.
float contrast(Colour a, Colour b);

// Capital heights and targets in millimetres. The terminal's values are for 600 mm; other
// viewing distances scale them in proportion (5.5 mm at 600 mm is 0.53° of sight).
struct Metrics {
    float small_mm = 4.8F;
    float body_mm = 5.5F;
    float large_mm = 7.4F;
    float title_mm = 11.0F;
    float main_button_mm = 24.0F; // height
    float target_mm = 15.0F;      // least side of any other target
    float gap_mm = 4.0F;          // between targets
    float margin_mm = 14.0F;      // around a screen
    float radius_mm = 7.0F;       // of cards and buttons
    int most_choices = 6;         // a screen; the rest is behind a "more" button

    float capital_mm(TextSize size) const;
    // A wall board is read from afar and has larger everything; a tablet is read from near, but
    // the finger stays as it is: targets and gaps never get smaller than the terminal's.
    static Metrics for_terminal(float viewing_distance_mm);
    // Care mode (关怀模式): for the elderly, with capitals of 0.7° of sight and larger targets.
    static Metrics for_care(float viewing_distance_mm);
};

} // namespace rexue::ui
