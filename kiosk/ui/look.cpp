#include "kiosk/ui/look.h"

#include "platform/base/error.h"

namespace rexue::ui {

namespace {

struct Growth {
    float words = 1;
    float titles = 1; // they are large already, and long ones must not fill the screen
};

// Care mode begins where normal mode's second step is, and has less room to grow into.
Growth growth_of(Mode mode, TextStep step) {
    const bool care = mode == Mode::care;
    switch (step) {
        case TextStep::standard:
            return {};
        case TextStep::large:
            return care ? Growth{1.06F, 1.0F} : Growth{1.15F, 1.06F};
        case TextStep::larger:
            return care ? Growth{1.12F, 1.0F} : Growth{1.3F, 1.1F};
        case TextStep::largest:
            return care ? Growth{1.18F, 1.04F} : Growth{1.45F, 1.15F};
    }
    REXUE_ASSERT(!"a text step that has no growth");
}

// Its colours are not for low vision; its words are.
Theme with_slogan(Theme theme, const Theme& house) {
    theme.slogan = house.slogan;
    return theme;
}

} // namespace

Theme theme_of(const Look& look, const Theme& house) {
    switch (look.contrast) {
        case Contrast::normal:
            return house;
        case Contrast::white_on_black:
            return with_slogan(Theme::white_on_black(), house);
        case Contrast::black_on_white:
            return with_slogan(Theme::black_on_white(), house);
    }
    REXUE_ASSERT(!"a contrast that has no theme");
}

Metrics metrics_of(const Look& look, float viewing_distance_mm) {
    Metrics metrics = look.mode == Mode::care ? Metrics::for_care(viewing_distance_mm)
                                              : Metrics::for_terminal(viewing_distance_mm);
    const Growth growth = growth_of(look.mode, look.text);
    metrics.small_mm *= growth.words;
    metrics.body_mm *= growth.words;
    metrics.large_mm *= growth.words;
    metrics.title_mm *= growth.titles;
    return metrics;
}

} // namespace rexue::ui
