#include "tests/demo/demo_house.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include <poll.h>

#include "platform/base/utf8.h"
#include "platform/storage/file.h"

namespace rexue::demo {

namespace {

namespace fs = std::filesystem;

constexpr auto start_patience = std::chrono::seconds(60);
constexpr const char* sample_house = "qd-wusi";
constexpr const char* card_holder = "000000197508090038"; // of the sample's donors

std::optional<int> read_port(const fs::path& file) {
    const auto text = storage::read_text_file(file, 16);
    if (!text) return std::nullopt;
    const std::string_view digits = base::trimmed(*text);
    int port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc() || port == 0) return std::nullopt;
    return port;
}

} // namespace

base::Result<DemoHouse> DemoHouse::build(const Programs& programs, const fs::path& folder) {
    DemoHouse house(programs, folder);
    std::error_code error;
    for (const char* name :
         {"logs", "devices/id_reader", "devices/camera", "devices/ticket_printer",
          "tablet_devices/id_reader", "tablet_devices/camera", "tablet_devices/ticket_printer"}) {
        fs::create_directories(folder / name, error);
        if (error) return base::fail(base::ErrorCode::io, "the demo's folder cannot be made");
    }
    const auto initialised = house.run(
        {programs.server.string(), "init", "--data", (folder / "server").string(), "--sample"});
    if (!initialised) return base::fail(initialised);
    const auto issued = house.run({programs.server.string(), "card", "issue", "--data",
                                   (folder / "server").string(), "--document", card_holder, "--out",
                                   house.honour_card().string()});
    if (!issued) return base::fail(issued);
    if (auto started = house.start_server(); !started) return base::fail(started);
    for (const auto& [surface, letter] : {std::pair{"donor", "A"}, std::pair{"staff", ""},
                                          std::pair{"board", ""}, std::pair{"volunteer", ""}}) {
        if (auto enrolled = house.enrol(surface, letter); !enrolled) return base::fail(enrolled);
    }
    return house;
}

base::Status DemoHouse::run(const std::vector<std::string>& command, std::string* output) const {
    const auto finished = support::run_to_end(command, logs() / "setup.log");
    if (!finished) return base::fail(finished);
    if (output != nullptr) *output = finished->output;
    if (finished->exit_code == 0) return {};
    return base::fail(base::ErrorCode::internal, fs::path(command[0]).filename().string() + " " +
                                                     command[1] + " ended with " +
                                                     std::to_string(finished->exit_code));
}

base::Status DemoHouse::start_server() {
    const fs::path port_file = folder_ / "port";
    std::error_code ignored;
    fs::remove(port_file, ignored);
    // The port stays the same over a restart: the terminals' profiles name it.
    auto started = support::ChildProcess::start(
        {.command = {programs_.server.string(), "run", "--data", (folder_ / "server").string(),
                     "--listen", "127.0.0.1:" + std::to_string(port_), "--port-file",
                     port_file.string()},
         .environment = {},
         .log = logs() / "server.log"});
    if (!started) return base::fail(started);
    server_.emplace(std::move(*started));
    const auto deadline = std::chrono::steady_clock::now() + start_patience;
    while (true) {
        if (const auto port = read_port(port_file)) {
            port_ = *port;
            return {};
        }
        if (!server_->is_running() || std::chrono::steady_clock::now() > deadline) {
            return base::fail(base::ErrorCode::unavailable,
                              "rexue-server did not start; its words are in server.log");
        }
        poll(nullptr, 0, 10);
    }
}

void DemoHouse::stop_server() {
    server_.reset();
}

base::Status DemoHouse::enrol(const std::string& surface, const std::string& letter) {
    std::vector<std::string> ask{programs_.server.string(),
                                 "enrolment-code",
                                 "--data",
                                 (folder_ / "server").string(),
                                 "--house",
                                 sample_house,
                                 "--surface",
                                 surface};
    if (!letter.empty()) ask.insert(ask.end(), {"--letter", letter});
    std::string code;
    if (auto asked = run(ask, &code); !asked) return asked;
    return run(
        {programs_.ctl.string(), "enrol", "--server", "https://localhost:" + std::to_string(port_),
         "--ca", (folder_ / "server" / "authority.pem").string(), "--code",
         std::string(base::trimmed(code)), "--profile", (folder_ / surface).string()},
        &code);
}

std::vector<std::string> DemoHouse::kiosk_command(const std::string& surface, int width_px,
                                                  int height_px) const {
    std::vector<std::string> command{programs_.kiosk.string(), "--surface", surface, "--profile",
                                     (folder_ / surface).string()};
    if (surface == "donor") command.insert(command.end(), {"--simulated", devices().string()});
    if (surface == "volunteer") {
        command.insert(command.end(), {"--simulated", tablet_devices().string()});
    }
    if (width_px > 0) {
        command.insert(command.end(), {"--width", std::to_string(width_px), "--height",
                                       std::to_string(height_px)});
    }
    return command;
}

base::Status DemoHouse::lay_card(const fs::path& document_json) const {
    return run({programs_.ctl.string(), "make-card", document_json.string(),
                (devices() / "id_reader" / "card.bin").string()});
}

void DemoHouse::lift_card() const {
    std::error_code ignored;
    fs::remove(devices() / "id_reader" / "card.bin", ignored);
}

base::Status DemoHouse::show_honour_card(const fs::path& devices) const {
    // Whole or not at all: the camera looks at any moment.
    const fs::path shown = devices / "camera" / "honour_card.png";
    const fs::path part = folder_ / "honour_card.part";
    std::error_code error;
    fs::copy_file(honour_card(), part, fs::copy_options::overwrite_existing, error);
    if (!error) fs::rename(part, shown, error);
    if (error) return base::fail(base::ErrorCode::io, "the honour card cannot be shown");
    return {};
}

void DemoHouse::hide_code(const fs::path& devices) {
    std::error_code ignored;
    fs::remove(devices / "camera" / "honour_card.png", ignored);
}

std::vector<fs::path> DemoHouse::slips() const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(devices() / "ticket_printer")) {
        if (entry.path().extension() == ".png") found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
}

} // namespace rexue::demo
