#include "kiosk/app/options.h"

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>

#include <boost/describe.hpp>

#include "platform/command_line/command_line.h"

namespace rexue::app {

namespace {

struct Panel {
    int width_px;
    int height_px;
    float width_mm;
    float viewing_distance_mm;
};

// 21.5″ upright for donors, a desk screen for staff, a tablet of 12.4″ for volunteers, a 43″ wall
// screen as board.
Panel panel_of(wire::SurfaceKind surface) {
    switch (surface) {
        case wire::SurfaceKind::donor:
            return {1080, 1920, 268, 600};
        case wire::SurfaceKind::staff:
            return {1920, 1080, 531, 500};
        case wire::SurfaceKind::volunteer:
            return {1200, 1920, 167, 450};
        case wire::SurfaceKind::board:
            return {1920, 1080, 941, 1800};
    }
    return {1080, 1920, 268, 600};
}

std::optional<wire::SurfaceKind> surface_of(std::string_view name) {
    if (name == "donor") return wire::SurfaceKind::donor;
    if (name == "staff") return wire::SurfaceKind::staff;
    if (name == "board") return wire::SurfaceKind::board;
    if (name == "volunteer") return wire::SurfaceKind::volunteer;
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

// As typed.
struct Given {
    std::string surface = "donor";
    std::filesystem::path simulated;
    std::string reader_port;
    std::string camera_path;
    std::string speaker;
    std::optional<int> width_px;
    std::optional<int> height_px;
    std::optional<float> width_mm;
    std::string language = "zh_CN";
    std::string screen;
    std::filesystem::path out;
    std::string mode = "normal";
    std::string contrast = "normal";
    std::string text = "standard";
    std::string reach = "full";
};

void declare_running(CLI::App& app, Options& options, Given& given) {
    app.add_option("--surface", given.surface, "donor, staff, board or volunteer");
    app.add_option("--profile", options.profile, "folder made by rexuectl enrol");
    app.add_option("--assets", options.assets, "folder with icons and images");
    app.add_option("--strings", options.strings, "folder with compiled catalogues");
    app.add_option("--input", options.input, "folder with the table of characters");
    app.add_option("--voice", options.narrator.packs,
                   "folder with the spoken clips, a folder a language");
    app.add_option("--recordings", options.narrator.recordings,
                   "folder with the house's own clips, which go before them");
    app.add_option("--speaker", given.speaker,
                   "ALSA device, as \"default\" or plughw:CARD=…; or none");
    app.add_option("--theme", options.theme, "a city's theme: a file like those of assets/themes");
    app.add_option("--contrast", given.contrast,
                   "normal, white_on_black or black_on_white; donors choose it on the screen")
        ->check(CLI::IsMember({"normal", "white_on_black", "black_on_white"}));
    app.add_option("--language", given.language, "language at the start, zh_CN or en");
    app.add_option("--width", given.width_px, "window width in pixels")
        ->check(CLI::Range(320, 8192));
    app.add_option("--height", given.height_px, "window height in pixels")
        ->check(CLI::Range(240, 8192));
    app.add_option("--panel-width-mm", given.width_mm,
                   "width of the panel's picture in millimetres")
        ->check(CLI::Range(50, 5000));
    app.add_flag("--fullscreen", options.fullscreen, "take the whole screen");
    app.add_flag("!--no-cursor", options.show_cursor, "hide the pointer: touchscreens have none");
    app.add_flag("!--no-motion", options.motion, "nothing glides or grows");
    app.add_option("--id-reader", given.reader_port, "serial port of the SAM-V reader");
    app.add_option("--camera", given.camera_path, "V4L2 device, best by /dev/v4l/by-id; or none");
    app.add_option("--simulated", given.simulated,
                   "folder that stands for reader, camera and printer (files are their state)");
    app.add_option("--control", options.control, "socket for demos and tests to look on");
}

void declare_drawing(CLI::App& app, Given& given) {
    auto* screen = app.add_option("--screen", given.screen,
                                  "only draw this screen, with invented people; list: which");
    app.add_option("--out", given.out, "the PNG file to draw it into")->needs(screen);
    app.add_option("--mode", given.mode, "draw it in normal or care mode")
        ->check(CLI::IsMember({"normal", "care"}))
        ->needs(screen);
    app.add_option("--text", given.text, "standard, large, larger or largest")
        ->check(CLI::IsMember({"standard", "large", "larger", "largest"}))
        ->needs(screen);
    app.add_option("--reach", given.reach, "full, or low: all in the lower half (donor)")
        ->check(CLI::IsMember({"full", "low"}))
        ->needs(screen);
}

// zh-CN is what browsers and web pages call it.
std::string language_of(std::string text) {
    std::ranges::replace(text, '-', '_');
    return text == "zh" ? "zh_CN" : text;
}

// The words have been checked.
template <typename Enum>
Enum value_of(const std::string& word) {
    Enum value{};
    boost::describe::enum_from_string(word.c_str(), value);
    return value;
}

ScreenOrder drawing_of(const Given& given, wire::SurfaceKind surface, const Options& options) {
    using namespace flow::donor;
    return {.surface = surface,
            .screen = given.screen,
            .preferences = {.language = language_of(given.language),
                            .mode = value_of<Mode>(given.mode),
                            .contrast = value_of<Contrast>(given.contrast),
                            .text = value_of<TextStep>(given.text),
                            .reach = value_of<Reach>(given.reach)},
            .width_px = given.width_px,
            .height_px = given.height_px,
            .width_mm = given.width_mm,
            .out = given.out,
            .assets = options.assets,
            .strings = options.strings};
}

void settle(Options& options, const Given& given) {
    const Panel panel = panel_of(options.surface);
    options.language = language_of(given.language);
    options.contrast = value_of<ui::Contrast>(given.contrast);
    options.canvas = {.width_px = given.width_px.value_or(panel.width_px),
                      .height_px = given.height_px.value_or(panel.height_px),
                      .width_mm = given.width_mm.value_or(panel.width_mm)};
    options.viewing_distance_mm = panel.viewing_distance_mm;
    options.simulated = given.simulated;
    if (!given.simulated.empty()) {
        simulate(options.devices, given.simulated);
        options.narrator.speaker = {.kind = devices::SpeakerKind::simulated,
                                    .path = (given.simulated / "speaker").string()};
    }
    if (given.speaker == "none") {
        options.narrator.speaker = {.kind = devices::SpeakerKind::none};
    } else if (!given.speaker.empty()) {
        options.narrator.speaker = {.kind = devices::SpeakerKind::alsa, .path = given.speaker};
    }
    if (!given.reader_port.empty()) {
        options.devices.id_reader = {.kind = devices::IdReaderKind::serial,
                                     .path = given.reader_port};
    }
    if (given.camera_path == "none") {
        options.devices.camera = {.kind = devices::CameraKind::none};
    } else if (!given.camera_path.empty()) {
        options.devices.camera = {.kind = devices::CameraKind::v4l2, .path = given.camera_path};
    }
}

Parsed refuse(const std::string& sentence) {
    std::fprintf(stderr, "rexue-kiosk: %s\n", sentence.c_str());
    return {.exit_code = 1};
}

} // namespace

Parsed parse_options(int argc, char** argv) {
    Options options;
    Given given;
    CLI::App app{"rexue-kiosk: one surface of a blood-donation house"};
    options.assets = REXUE_ASSETS_DIR;
    options.strings = beside_program(argv[0], "assets/strings");
    options.input = beside_program(argv[0], "assets/input");
    options.narrator.packs = beside_program(argv[0], "assets/voice");
    declare_running(app, options, given);
    declare_drawing(app, given);
    if (const auto ended = command_line::parse(app, argc, argv)) return {.exit_code = *ended};

    const auto kind = surface_of(given.surface);
    if (!kind) {
        return refuse("there is no surface \"" + given.surface +
                      "\": choose donor, staff, board or volunteer");
    }
    options.surface = *kind;
    if (*kind != wire::SurfaceKind::donor && (given.mode != "normal" || given.reach != "full")) {
        return refuse("--mode and --reach are for donor screens");
    }
    if (!given.screen.empty()) {
        if (given.out.empty() && given.screen != "list") {
            return refuse("say with --out FILE.png where the picture goes");
        }
        return {.drawing = drawing_of(given, *kind, options)};
    }
    if (*kind == wire::SurfaceKind::donor && given.contrast != "normal") {
        return refuse("--contrast is for staff and board: donors choose it on the screen");
    }
    if (options.profile.empty()) {
        return refuse("--profile is wanted: the folder that rexuectl enrol has made");
    }
    settle(options, given);
    return {.options = std::move(options)};
}

} // namespace rexue::app
