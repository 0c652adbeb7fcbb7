// A city's own look: name, accent, logo, slogan, picture of the attract screen.
#pragma once

#include <filesystem>

#include "kiosk/ui/theme.h"
#include "platform/base/error.h"

namespace rexue::app {

// A file of assets/themes, or one an operator has written:
//   {"name": "qingdao", "accent": "#0B4F7A", "logo": "drop", "attract_picture": "attract_drop",
//    "slogan": "情义齐鲁 · 热血山东"}
// Pictures are names in assets/images. The accent is darkened until it can be read. not_found,
// limit_exceeded, corrupt for what is no such file, invalid_argument for an accent that is none.
base::Result<ui::Theme> read_city_theme(const std::filesystem::path& file);

} // namespace rexue::app
