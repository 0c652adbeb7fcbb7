// Draws one scene without a window, a house or a server.
#pragma once

#include <filesystem>
#include <memory>

#include "kiosk/screens/samples/scenes.h"
#include "kiosk/ui/semantic_tree.h"
#include "platform/base/error.h"
#include "platform/image/picture.h"

namespace rexue::app {

struct Painted {
    image::Picture picture;
    ui::SemanticTree tree;
};

// `assets` as in ui::UiOptions; the words are loaded already. not_found for a language without
// words, unavailable without OpenGL. The same picture to the byte on every machine with the same
// fonts and Mesa after `pin_renderer`.
base::Result<Painted> paint(const screens::samples::Scene& scene,
                            const std::filesystem::path& assets);

// The same without a picture: a hundred times as quick.
base::Result<ui::SemanticTree> read_tree(const screens::samples::Scene& scene,
                                         const std::filesystem::path& assets);

// Software rendering is chosen for the whole process; call it before anything is painted.
void pin_renderer();

} // namespace rexue::app
