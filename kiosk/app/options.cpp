#include "kiosk/app/options.h"

#include <cstdio>
#include <string_view>

#include <CLI/CLI.hpp>

namespace rexue::app {

namespace {

struct Panel {
    int width_px;
    int height_px;
    float width_mm;
    float viewing_distance_mm;
};

// 21.5″ upright for donors, a desk screen for staff, a 43″ wall screen as board.
Panel panel_of(wire::SurfaceKind surface) {
    switch (surface) {
        case wire::SurfaceKind::donor:
            return {1080, 1920, 268, 600};
        case wire::SurfaceKind::staff:
        case wire::SurfaceKind::volunteer:
            return {1920, 1080, 531, 500};
        case wire::SurfaceKind::board:
            return {1920, 1080, 941, 1800};
    }
    return {1080, 1920, 268, 600};
}

// Those that there are: volunteers have a kind of their own on the wire, and no screens yet.
std::optional<wire::SurfaceKind> surface_of(std::string_view name) {
    if (name == "donor") return wire::SurfaceKind::donor;
    if (name == "staff") return wire::SurfaceKind::staff;
    if (name == "board") return wire::SurfaceKind::board;
    return std::nullopt;
}

// Simulated devices keep their state in files below one folder, a subfolder a device.
void simulate(DeviceOptions& devices, const std::filesystem::path& folder) {
    devices.id_reader = {.kind = devices::IdReaderKind::simulated,
                         .path = (folder / "id_reader").string()};
    devices.camera = {.kind = devices::CameraKind::simulated, .path = (folder / "camera").string()};
    devices.ticket_printer = {.kind = devices::TicketPrinterKind::simulated,
                              .path = (folder / "ticket_printer").string()};
}

std::filesystem::path beside_program(const char* program, const char* name) {
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto folder = error ? std::filesystem::path(program).parent_path() : self.parent_path();
    return folder.parent_path() / name;
}

} // namespace

Parsed parse_options(int argc, char** argv) {
    Options options;
    CLI::App app{"rexue-kiosk: one surface of a blood-donation house"};
    std::string surface = "donor";
    std::filesystem::path simulated;
    std::string reader_port;
    std::string camera_path;
    int width_px = 0;
    int height_px = 0;
    float width_mm = 0;
    options.assets = REXUE_ASSETS_DIR;
    options.strings = beside_program(argv[0], "assets/strings");
    options.input = beside_program(argv[0], "assets/input");
    app.add_option("--surface", surface, "donor, staff or board");
    app.add_option("--profile", options.profile, "folder made by rexuectl enrol")->required();
    app.add_option("--assets", options.assets, "folder with icons and images");
    app.add_option("--strings", options.strings, "folder with compiled catalogues");
    app.add_option("--input", options.input, "folder with the table of characters");
    app.add_option("--language", options.language, "language at the start, zh_CN or en");
    app.add_option("--width", width_px, "window width in pixels")->check(CLI::Range(320, 8192));
    app.add_option("--height", height_px, "window height in pixels")->check(CLI::Range(240, 8192));
    app.add_option("--panel-width-mm", width_mm, "width of the panel's picture in millimetres")
        ->check(CLI::Range(50, 5000));
    app.add_flag("--fullscreen", options.fullscreen, "take the whole screen");
    app.add_flag("!--no-cursor", options.show_cursor, "hide the pointer: touchscreens have none");
    app.add_option("--id-reader", reader_port, "serial port of the SAM-V reader");
    app.add_option("--camera", camera_path, "V4L2 device, best by /dev/v4l/by-id; or none");
    app.add_option("--simulated", simulated,
                   "folder that stands for reader, camera and printer (files are their state)");
    app.add_option("--control", options.control, "socket for demos and tests to look on");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return {.options = std::nullopt, .exit_code = app.exit(error)};
    }

    const auto kind = surface_of(surface);
    if (!kind) {
        std::fprintf(stderr,
                     "rexue-kiosk: there is no surface \"%s\": choose donor, staff or board\n",
                     surface.c_str());
        return {.options = std::nullopt, .exit_code = 1};
    }
    options.surface = *kind;
    const Panel panel = panel_of(options.surface);
    options.canvas = {.width_px = width_px > 0 ? width_px : panel.width_px,
                      .height_px = height_px > 0 ? height_px : panel.height_px,
                      .width_mm = width_mm > 0 ? width_mm : panel.width_mm};
    options.viewing_distance_mm = panel.viewing_distance_mm;
    if (!simulated.empty()) simulate(options.devices, simulated);
    if (!reader_port.empty()) {
        options.devices.id_reader = {.kind = devices::IdReaderKind::serial, .path = reader_port};
    }
    if (camera_path == "none") {
        options.devices.camera = {.kind = devices::CameraKind::none};
    } else if (!camera_path.empty()) {
        options.devices.camera = {.kind = devices::CameraKind::v4l2, .path = camera_path};
    }
    return {.options = std::move(options), .exit_code = 0};
}

} // namespace rexue::app
