// Draws a scene off screen, to the pixel the same on every machine with the same fonts and Mesa.
#pragma once

#include "kiosk/ui/semantic_tree.h"
#include "platform/base/error.h"
#include "platform/image/picture.h"
#include "tests/screenshots/scenes.h"

namespace rexue::screenshots {

struct Painted {
    image::Picture picture;
    ui::SemanticTree tree;
};

// Software rendering is chosen for the whole process; call it before anything is painted.
void pin_renderer();

base::Result<Painted> paint(const Scene& scene);

// The same without a picture: a hundred times as quick.
base::Result<ui::SemanticTree> read_tree(const Scene& scene);

} // namespace rexue::screenshots
