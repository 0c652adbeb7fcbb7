// What a remark is like: its colours and its icon, never the colour alone.
#pragma once

#include <string_view>

#include "kiosk/ui/theme.h"

namespace rexue::ui::widgets {

enum class Tone { calm, done, attention, honour, urgent };

struct ToneLook {
    Ground ground;
    Ink ink;
    std::string_view icon;
};

ToneLook look_of(Tone tone);

} // namespace rexue::ui::widgets
