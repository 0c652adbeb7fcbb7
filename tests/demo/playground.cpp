#include "tests/demo/playground.h"

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace rexue::demo {

namespace {

constexpr const char* menu =
    "\n"
    "  1  lay a donor's ID card on the reader      4  show an honour card to the camera\n"
    "  2  lay a first-time donor's ID card         5  take it away\n"
    "  3  lift the card                            6  stop the server   7  start it again\n"
    "  8  printer out of paper                     9  paper again       q  quit\n"
    "  v  show an honour card to the volunteer     w  take it away\n"
    "  Staff number 1001, PIN 246810.\n";

void set_printer(const DemoHouse& house, const char* state) {
    std::ofstream(house.devices() / "ticket_printer" / "state") << state << '\n';
}

base::Status obey(DemoHouse& house, const std::filesystem::path& assets, const std::string& key) {
    const auto cards = assets / "sample" / "cards";
    if (key == "1") return house.lay_card(cards / "donor-1.json");
    if (key == "2") return house.lay_card(cards / "visitor.json");
    if (key == "3") house.lift_card();
    if (key == "4") return house.show_honour_card(house.devices());
    if (key == "5") house.hide_code(house.devices());
    if (key == "v") return house.show_honour_card(house.tablet_devices());
    if (key == "w") house.hide_code(house.tablet_devices());
    if (key == "6") house.stop_server();
    if (key == "7") return house.start_server();
    if (key == "8") set_printer(house, "out_of_paper");
    if (key == "9") set_printer(house, "ready");
    return {};
}

} // namespace

int run_playground(DemoHouse& house, const std::filesystem::path& assets) {
    std::vector<support::ChildProcess> windows;
    struct Size {
        const char* surface;
        int width_px;
        int height_px;
    };
    for (const Size& size : {Size{"donor", 540, 960}, Size{"staff", 1280, 720},
                             Size{"board", 960, 540}, Size{"volunteer", 600, 960}}) {
        auto window = support::ChildProcess::start(
            {.command = house.kiosk_command(size.surface, size.width_px, size.height_px),
             .environment = {},
             .log = house.logs() / (std::string(size.surface) + ".log")});
        if (!window) {
            std::cerr << window.error().detail << '\n';
            return 1;
        }
        windows.push_back(std::move(*window));
    }
    std::cout << menu << std::flush;
    for (std::string key; std::getline(std::cin, key) && key != "q";) {
        if (const auto done = obey(house, assets, key); !done) {
            std::cerr << done.error().detail << '\n';
        }
        std::cout << "> " << std::flush;
    }
    return 0;
}

} // namespace rexue::demo
