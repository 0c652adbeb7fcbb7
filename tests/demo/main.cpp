// rexue-demo: a donation house to look at and play with, or, without a display, a scripted visit.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "kiosk/ui/strings.h"
#include "platform/command_line/command_line.h"
#include "tests/demo/demo_house.h"
#include "tests/demo/playground.h"
#include "tests/demo/throw_away.h"
#include "tests/demo/visit_script.h"
#include "tests/support/virtual_display.h"
#include "tests/support/watched_kiosk.h"

namespace {

namespace fs = std::filesystem;
using namespace rexue;

int give_up(const base::Error& error) {
    std::fprintf(stderr, "rexue-demo: %s: %s\n", std::string(base::to_string(error.code)).c_str(),
                 error.detail.c_str());
    return 1;
}

struct Window {
    support::VirtualDisplay display;
    std::unique_ptr<support::WatchedKiosk> kiosk;
};

base::Result<Window> open_window(const demo::DemoHouse& house, const std::string& surface,
                                 int width_px, int height_px) {
    auto display = support::VirtualDisplay::start(width_px, height_px);
    if (!display) return base::fail(display);
    auto kiosk = support::WatchedKiosk::start({.command = house.kiosk_command(surface, 0, 0),
                                               .control = house.sockets() / (surface + ".socket"),
                                               .log = house.logs() / (surface + ".log"),
                                               .display = display->name()});
    if (!kiosk) return base::fail(kiosk);
    return Window{.display = std::move(*display), .kiosk = std::move(*kiosk)};
}

int play_headless(demo::DemoHouse& house, const fs::path& assets, const fs::path& out) {
    auto donor = open_window(house, "donor", 1080, 1920);
    if (!donor) return give_up(donor.error());
    auto staff = open_window(house, "staff", 1920, 1080);
    if (!staff) return give_up(staff.error());
    auto board = open_window(house, "board", 1920, 1080);
    if (!board) return give_up(board.error());
    auto volunteer = open_window(house, "volunteer", 1200, 1920);
    if (!volunteer) return give_up(volunteer.error());
    const auto played = demo::play({.house = house,
                                    .donor = *donor->kiosk,
                                    .staff = *staff->kiosk,
                                    .board = *board->kiosk,
                                    .volunteer = *volunteer->kiosk,
                                    .assets = assets,
                                    .out = out});
    if (!played) return give_up(played.error());
    if (auto written = demo::write_summary(*played, out); !written) return give_up(written.error());
    for (const auto& visit : played->visits) {
        std::printf("%s (%s): ticket %s after %lld ms\n", visit.entry.c_str(), visit.server.c_str(),
                    visit.ticket.c_str(),
                    static_cast<long long>(visit.from_entry_to_ticket.count()));
    }
    for (const auto& judged : played->verdicts) {
        std::printf("honour card before the volunteer (%s): %s after %lld ms\n",
                    judged.server.c_str(), judged.verdict.c_str(),
                    static_cast<long long>(judged.from_code_to_verdict.count()));
    }
    std::printf("%s\n", (out / "summary.json").c_str());
    return 0;
}

struct Order {
    bool headless = false;
    fs::path out;
    fs::path programs;
};

int run_in(const fs::path& folder, const Order& order) {
    const fs::path assets = REXUE_ASSETS_DIR;
    if (auto loaded = ui::load_strings(order.programs.parent_path() / "assets/strings"); !loaded) {
        return give_up(loaded.error());
    }
    (void)ui::set_language("zh_CN");
    auto house = demo::DemoHouse::build({.kiosk = order.programs / "rexue-kiosk",
                                         .server = order.programs / "rexue-server",
                                         .ctl = order.programs / "rexuectl"},
                                        folder);
    if (!house) return give_up(house.error());
    return order.headless ? play_headless(*house, assets, fs::absolute(order.out))
                          : demo::run_playground(*house, assets);
}

// The folder goes; what the programs said of a failure stays.
void keep_logs(const fs::path& folder, const fs::path& out) {
    std::error_code error;
    fs::copy(demo::DemoHouse::logs_in(folder), out / "logs",
             fs::copy_options::recursive | fs::copy_options::overwrite_existing, error);
    if (!error) std::fprintf(stderr, "rexue-demo: logs are in %s\n", (out / "logs").c_str());
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"rexue-demo: a donation house on one machine"};
    bool headless = false;
    fs::path out = "build/demo";
    app.add_flag("--headless", headless, "play the scripted visit without a display");
    app.add_option("--out", out, "folder for pictures and summary.json");
    if (const auto ended = command_line::parse(app, argc, argv)) return *ended;
    headless = headless || std::getenv("DISPLAY") == nullptr;

    const fs::path programs = fs::read_symlink("/proc/self/exe").parent_path();
    std::error_code error;
    fs::create_directories(out, error);
    if (error) return give_up({.code = base::ErrorCode::io, .detail = "no folder for pictures"});
    // How an earlier demo failed says nothing of this one.
    fs::remove_all(out / "logs", error);
    for (const char* surface : {"donor", "staff", "board", "volunteer"}) {
        fs::remove(out / (std::string("failed-") + surface + ".png"), error);
        if (error) return give_up({.code = base::ErrorCode::io, .detail = "an old picture stays"});
    }
    return demo::work_in_throw_away_folder([&](const fs::path& folder) {
        const int result = run_in(folder, {.headless = headless, .out = out, .programs = programs});
        if (result != 0) keep_logs(folder, out);
        return result;
    });
}
