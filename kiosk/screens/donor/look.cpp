#include "kiosk/screens/donor/look.h"

#include "platform/base/error.h"

namespace rexue::screens::donor {

namespace {

namespace donor = flow::donor;

ui::Contrast contrast_of(donor::Contrast contrast) {
    switch (contrast) {
        case donor::Contrast::normal:
            return ui::Contrast::normal;
        case donor::Contrast::white_on_black:
            return ui::Contrast::white_on_black;
        case donor::Contrast::black_on_white:
            return ui::Contrast::black_on_white;
    }
    REXUE_ASSERT(!"a contrast that no theme knows");
}

ui::TextStep step_of(donor::TextStep step) {
    switch (step) {
        case donor::TextStep::standard:
            return ui::TextStep::standard;
        case donor::TextStep::large:
            return ui::TextStep::large;
        case donor::TextStep::larger:
            return ui::TextStep::larger;
        case donor::TextStep::largest:
            return ui::TextStep::largest;
    }
    REXUE_ASSERT(!"a step that no look knows");
}

} // namespace

ui::Look look_of(const flow::donor::Preferences& preferences) {
    const bool care = preferences.mode == donor::Mode::care;
    return {.contrast = contrast_of(preferences.contrast),
            .mode = care ? ui::Mode::care : ui::Mode::normal,
            .text = step_of(preferences.text)};
}

} // namespace rexue::screens::donor
