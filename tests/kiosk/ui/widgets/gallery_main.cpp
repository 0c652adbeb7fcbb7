// Draws the gallery off screen: rexue-widget-gallery FOLDER [exhibit] writes one PNG for each
// exhibit, look and language.
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "kiosk/ui/look.h"
#include "kiosk/ui/strings.h"
#include "platform/window/window.h"
#include "tests/kiosk/ui/widgets/gallery.h"

namespace {

using namespace rexue;

struct NamedLook {
    std::string name;
    std::string language;
    ui::Look look;
};

const NamedLook looks[] = {
    {"normal", "zh_CN", {}},
    {"care", "zh_CN", {.mode = ui::Mode::care}},
    {"white-on-black", "zh_CN", {.contrast = ui::Contrast::white_on_black}},
    {"black-on-white", "zh_CN", {.contrast = ui::Contrast::black_on_white}},
    {"english-largest", "en", {.text = ui::TextStep::largest}},
    {"english-care-largest", "en", {.mode = ui::Mode::care, .text = ui::TextStep::largest}},
};

bool paint(const ui::widgets::Exhibit& exhibit, const NamedLook& look,
           const std::filesystem::path& file) {
    if (!ui::set_language(look.language)) return false;
    const ui::Canvas& canvas = exhibit.canvas;
    auto window = window::make_offscreen_window(canvas.width_px, canvas.height_px);
    if (!window) return false;
    auto made = ui::Ui::create({.canvas = canvas,
                                .theme = ui::theme_of(look.look),
                                .metrics = ui::metrics_of(look.look, 600),
                                .assets = REXUE_SOURCE_DIR "/assets",
                                .motion = false});
    if (!made) return false;
    for (int frame = 0; frame < 2; ++frame)
        (*made)->frame(std::chrono::milliseconds(1'000 + frame), exhibit.draw);
    const auto picture = (*window)->read_pixels();
    return picture && image::write_png(file, *picture).has_value();
}

} // namespace

int main(int count, char** words) {
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    setenv("GALLIUM_DRIVER", "llvmpipe", 1);
    if (count < 2 || !ui::load_strings(REXUE_STRINGS_DIR)) return EXIT_FAILURE;
    const std::filesystem::path folder = words[1];
    std::filesystem::create_directories(folder);
    for (const NamedLook& look : looks) {
        for (const auto& exhibit : ui::widgets::gallery()) {
            if (count > 2 && exhibit.name != words[2]) continue;
            const auto file = folder / (exhibit.name + "-" + look.name + ".png");
            if (!paint(exhibit, look, file)) {
                std::cerr << file << " was not drawn\n";
                return EXIT_FAILURE;
            }
        }
    }
    return EXIT_SUCCESS;
}
