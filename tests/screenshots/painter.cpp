#include "tests/screenshots/painter.h"

namespace rexue::screenshots {

base::Result<Painted> paint(const Scene& scene) {
    return app::paint(scene, REXUE_ASSETS_DIR);
}

base::Result<ui::SemanticTree> read_tree(const Scene& scene) {
    return app::read_tree(scene, REXUE_ASSETS_DIR);
}

} // namespace rexue::screenshots
