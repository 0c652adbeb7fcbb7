// How the line to the centre is, in a word: for heads of screens.
#pragma once

#include <string_view>

#include "kiosk/flow/link.h"
#include "kiosk/ui/theme.h"

namespace rexue::screens {

struct LinkPill {
    std::string_view icon;
    std::string_view text;
    ui::Ground ground = ui::Ground::attention;
    ui::Ink ink = ui::Ink::attention;
};

LinkPill link_pill(flow::Link link);

} // namespace rexue::screens
