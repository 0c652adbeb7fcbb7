// rexue-screenshots FOLDER [NAME…]: draws the scenes into PNG files and a page to look through.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "kiosk/ui/strings.h"
#include "platform/image/picture.h"
#include "tests/screenshots/painter.h"

int main(int argc, char** argv) {
    using namespace rexue;
    namespace fs = std::filesystem;
    if (argc < 2) {
        std::fprintf(stderr, "usage: rexue-screenshots FOLDER [NAME…]\n");
        return 2;
    }
    screenshots::pin_renderer();
    const fs::path folder = argv[1];
    fs::create_directories(folder);
    if (auto loaded = ui::load_strings(REXUE_STRINGS_DIR); !loaded) {
        std::fprintf(stderr, "%s\n", loaded.error().detail.c_str());
        return 1;
    }
    std::ofstream page(folder / "index.html");
    page << "<!doctype html><meta charset=utf-8><title>Rexue: every screen</title>"
            "<style>body{font:14px "
            "sans-serif;background:#eee}figure{display:inline-block;margin:8px}"
            "img{height:420px;border:1px solid #ccc}</style>\n";
    for (const screenshots::Scene& scene : screenshots::pictured_scenes()) {
        bool wanted = argc == 2;
        for (int i = 2; i < argc; ++i) {
            wanted = wanted || scene.name.starts_with(std::string_view(argv[i]));
        }
        if (!wanted) continue;
        const auto painted = screenshots::paint(scene);
        if (!painted) {
            std::fprintf(stderr, "%s: %s\n", scene.name.c_str(), painted.error().detail.c_str());
            return 1;
        }
        if (auto written = image::write_png(folder / (scene.name + ".png"), painted->picture);
            !written) {
            std::fprintf(stderr, "%s: %s\n", scene.name.c_str(), written.error().detail.c_str());
            return 1;
        }
        page << "<figure><a href=\"" << scene.name << ".png\"><img src=\"" << scene.name
             << ".png\"></a><figcaption>" << scene.name << "</figcaption></figure>\n";
    }
    return 0;
}
