// Somebody closes the window: the program ends calmly, and the next start goes on where it was.
#include <gtest/gtest.h>

#include "tests/demo/demo_house.h"
#include "tests/support/test_folder.h"
#include "tests/support/virtual_display.h"
#include "tests/support/watched_kiosk.h"

namespace rexue::demo {

namespace {

const std::filesystem::path programs = REXUE_BINARY_DIR;

base::Result<std::unique_ptr<support::WatchedKiosk>> open(const DemoHouse& house,
                                                          const support::VirtualDisplay& display) {
    return support::WatchedKiosk::start({.command = house.kiosk_command("donor", 540, 960),
                                         .control = house.sockets() / "donor.socket",
                                         .log = house.logs() / "donor.log",
                                         .display = display.name()});
}

} // namespace

TEST(ClosedWindow, EndsTheProgramCalmlyAndLeavesTheProfileUsable) {
    const support::TestFolder folder;
    auto house = DemoHouse::build({.kiosk = programs / "rexue-kiosk",
                                   .server = programs / "rexue-server",
                                   .ctl = programs / "rexuectl"},
                                  folder.path());
    ASSERT_TRUE(house.has_value()) << house.error().detail;
    auto display = support::VirtualDisplay::start(540, 960);
    ASSERT_TRUE(display.has_value()) << display.error().detail;

    for (int start = 0; start < 2; ++start) {
        auto kiosk = open(*house, *display);
        ASSERT_TRUE(kiosk.has_value()) << kiosk.error().detail;
        ASSERT_TRUE((*kiosk)->wait_for_screen("attract").has_value());
        ASSERT_TRUE((*kiosk)->finger().close_window());
        EXPECT_EQ((*kiosk)->wait(), 0);
    }
}

} // namespace rexue::demo
