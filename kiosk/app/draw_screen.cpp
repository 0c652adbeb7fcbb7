#include "kiosk/app/draw_screen.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "kiosk/app/forms_files.h"
#include "kiosk/app/off_screen.h"
#include "kiosk/rule_files/honours_files.h"
#include "kiosk/screens/donor/look.h"
#include "kiosk/ui/strings.h"
#include "platform/image/picture.h"

namespace rexue::app {

namespace {

using screens::samples::Scene;

std::string_view name_of(wire::SurfaceKind surface) {
    switch (surface) {
        case wire::SurfaceKind::donor:
            return "donor";
        case wire::SurfaceKind::staff:
            return "staff";
        case wire::SurfaceKind::board:
            return "board";
        case wire::SurfaceKind::volunteer:
            return "volunteer";
    }
    return "";
}

std::vector<Scene> donor_scenes(const ScreenOrder& order) {
    // Without them the scenes of a talk are missing from the list.
    const auto loaded = load_forms(order.assets);
    const auto forms = loaded ? *loaded : nullptr;
    auto read = rule_files::read_honours(order.assets);
    const auto honours = read ? std::make_shared<const honour::Honours>(std::move(*read)) : nullptr;
    std::vector<Scene> scenes = screens::samples::donor_screens(order.preferences, forms, honours);
    for (Scene& state : screens::samples::donor_states(order.preferences, forms, honours))
        scenes.push_back(std::move(state));
    return scenes;
}

std::vector<Scene> in_look(std::vector<Scene> scenes, const ScreenOrder& order) {
    for (Scene& scene : scenes) {
        scene.language = order.preferences.language;
        scene.look = screens::donor::look_of(order.preferences);
    }
    return scenes;
}

std::vector<Scene> volunteer_scenes(const ScreenOrder& order) {
    auto honours = rule_files::read_honours(order.assets);
    if (!honours) return {}; // the list is empty: what is missing stands in the assets
    return in_look(screens::samples::volunteer_scenes(
                       std::make_shared<const honour::Honours>(std::move(*honours))),
                   order);
}

std::vector<Scene> scenes_of(const ScreenOrder& order) {
    switch (order.surface) {
        case wire::SurfaceKind::donor:
            return donor_scenes(order);
        case wire::SurfaceKind::staff:
            return in_look(screens::samples::staff_scenes(), order);
        case wire::SurfaceKind::board:
            return in_look(screens::samples::board_scenes(), order);
        case wire::SurfaceKind::volunteer:
            return volunteer_scenes(order);
    }
    return {};
}

void list(const std::vector<Scene>& scenes, size_t prefix, std::ostream& to) {
    for (const Scene& scene : scenes)
        to << scene.name.substr(prefix) << '\n';
}

int give_up(std::ostream& err, std::string_view what, const base::Error& error) {
    err << "rexue-kiosk: " << what << ": " << error.detail << '\n';
    return 1;
}

} // namespace

int draw_screen(const ScreenOrder& order, std::ostream& out, std::ostream& err) {
    const std::string prefix = std::string(name_of(order.surface)) + "-";
    std::vector<Scene> scenes = scenes_of(order);
    if (order.screen == "list") {
        list(scenes, prefix.size(), out);
        return 0;
    }
    // Also by the name that its picture has among the accepted ones.
    const auto scene = std::ranges::find_if(scenes, [&](const Scene& one) {
        return one.name == prefix + order.screen || one.name == order.screen;
    });
    if (scene == scenes.end()) {
        err << "rexue-kiosk: the " << name_of(order.surface) << " surface has no screen \""
            << order.screen << "\"; it has\n";
        list(scenes, prefix.size(), err);
        return 1;
    }
    if (order.width_px) scene->canvas.width_px = *order.width_px;
    if (order.height_px) scene->canvas.height_px = *order.height_px;
    if (order.width_mm) scene->canvas.width_mm = *order.width_mm;
    if (auto loaded = ui::load_strings(order.strings); !loaded) {
        return give_up(err, "the words cannot be loaded", loaded.error());
    }
    pin_renderer();
    const auto painted = paint(*scene, order.assets);
    if (!painted) return give_up(err, "nothing can be drawn", painted.error());
    if (auto written = image::write_png(order.out, painted->picture); !written) {
        return give_up(err, "the picture cannot be written", written.error());
    }
    return 0;
}

} // namespace rexue::app
