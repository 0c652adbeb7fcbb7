// Draws a scene as `rexue-kiosk --screen` does, with the assets of this tree.
#pragma once

#include "kiosk/app/off_screen.h"
#include "tests/screenshots/scenes.h"

namespace rexue::screenshots {

using app::Painted;
using app::pin_renderer;

base::Result<Painted> paint(const Scene& scene);
base::Result<ui::SemanticTree> read_tree(const Scene& scene);

} // namespace rexue::screenshots
