// What a donor may choose of the look, and what it makes of colours and sizes.
#pragma once

#include <boost/describe.hpp>

#include "kiosk/ui/theme.h"

namespace rexue::ui {

enum class Contrast { normal, white_on_black, black_on_white };
BOOST_DESCRIBE_ENUM(Contrast, normal, white_on_black, black_on_white)
enum class Mode { normal, care }; // care: 关怀模式, for the elderly
enum class TextStep { standard, large, larger, largest };

struct Look {
    Contrast contrast = Contrast::normal;
    Mode mode = Mode::normal;
    TextStep text = TextStep::standard;
    bool operator==(const Look&) const = default;
};

// `house` is the city's theme; the contrast themes are the same everywhere.
Theme theme_of(const Look& look, const Theme& house = {});

// Sizes at this viewing distance. A larger step enlarges words; targets and gaps are the mode's.
Metrics metrics_of(const Look& look, float viewing_distance_mm);

} // namespace rexue::ui
