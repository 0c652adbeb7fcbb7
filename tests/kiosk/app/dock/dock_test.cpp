// The drawer on a surface: it opens by F12, does what its buttons say, and hides nothing from
// donors' terminals that is not in them.
#include "kiosk/app/dock.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "kiosk/app/loop.h"
#include "kiosk/app/off_screen.h"
#include "kiosk/screens/samples/scenes.h"
#include "kiosk/ui/strings.h"
#include "tests/screenshots/golden.h"
#include "tests/support/child_process.h"
#include "tests/support/eventually.h"
#include "tests/support/test_folder.h"

namespace rexue::app {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using support::eventually;
using window::PointerInput;

// Draws a sample screen and keeps what it is told.
class SampleSurface final : public Surface {
  public:
    bool pump(const flow::Now&) override { return false; }
    void draw(ui::Frame& frame, const flow::Now&) override {
        screen_.draw(frame);
        if (frame.target("everywhere", frame.area(), "below the drawer", ui::Role::image))
            ++presses;
    }
    void touched() override { ++touches; }
    std::optional<std::chrono::milliseconds> next_deadline() const override { return {}; }
    void take_tap(const flow::donor::Event& tap) override { taps.push_back(tap); }

    int presses = 0;
    int touches = 0;
    std::vector<flow::donor::Event> taps;

  private:
    screens::samples::Scene screen_ = screens::samples::donor_screens().front();
};

class DockTest : public testing::Test {
  protected:
    void SetUp() override {
        pin_renderer();
        ASSERT_TRUE(ui::load_strings(REXUE_STRINGS_DIR));
        ASSERT_TRUE(ui::set_language("zh_CN"));
        window_ = std::move(*window::make_offscreen_window(1080, 1920));
        ui_ = std::move(*ui::Ui::create({.assets = REXUE_SOURCE_DIR "/assets", .motion = false}));
        open(DockKind::donor);
    }
    void TearDown() override { dock_->detach(); }

    void open(DockKind kind) {
        if (dock_) dock_->detach();
        dock_ = make_dock(
            {.kind = kind, .folder = folder_.path(), .samples = REXUE_SOURCE_DIR "/assets/sample"},
            machine_);
        ASSERT_TRUE(dock_);
        dock_->attach(surface_, {}, [this] { window_->wake(); });
        go();
    }

    // Until nothing changes any more.
    void go() {
        while (turn({.window = *window_,
                     .ui = *ui_,
                     .surface = surface_,
                     .clock = dock_->clock(),
                     .dock = dock_.get()}) > 0) {
        }
    }

    void press(window::Key key) {
        window_->feed({.pointer = {}, .key = window::KeyInput{.key = key}});
        go();
    }

    bool shows(const char* text) {
        go();
        return ui_->tree().shows(text);
    }

    void tap(const char* label) {
        go();
        const ui::Node* node = ui_->tree().find(label);
        ASSERT_NE(node, nullptr) << label;
        const float scale = ui::Canvas{}.px_per_mm();
        for (const auto kind : {PointerInput::Kind::down, PointerInput::Kind::up}) {
            window_->feed({.pointer = PointerInput{.kind = kind,
                                                   .x_px = node->rect.centre_x() * scale,
                                                   .y_px = node->rect.centre_y() * scale},
                           .key = {}});
        }
        go();
    }

    fs::path file(const char* name) const { return folder_.path() / name; }
    std::string text_of(const char* name) const {
        std::string line;
        std::getline(std::ifstream(file(name)), line);
        return line;
    }

    support::TestFolder folder_;
    time::SimulatedClock machine_{base::Instant(24h)};
    std::unique_ptr<window::OffscreenWindow> window_;
    std::unique_ptr<ui::Ui> ui_;
    SampleSurface surface_;
    std::unique_ptr<Dock> dock_;
};

TEST_F(DockTest, OpensAndClosesByF12Alone) {
    EXPECT_FALSE(shows("development dock"));
    press(window::Key::f5);
    EXPECT_FALSE(shows("development dock"));
    press(window::Key::f12);
    EXPECT_TRUE(shows("development dock"));
    press(window::Key::f12);
    EXPECT_FALSE(shows("development dock"));
    EXPECT_EQ(surface_.touches, 1) << "F12 is nobody's touch";
}

TEST_F(DockTest, LaysAndLiftsACard) {
    press(window::Key::f12);
    tap("donor-1");
    EXPECT_TRUE(eventually([&] { return fs::exists(file("id_reader/card.bin")); }));
    tap("lift the card");
    EXPECT_TRUE(eventually([&] { return !fs::exists(file("id_reader/card.bin")); }));
}

TEST_F(DockTest, DoesToDevicesWhatItsButtonsSay) {
    press(window::Key::f12);
    tap("no paper");
    EXPECT_TRUE(eventually([&] { return text_of("ticket_printer/state") == "out_of_paper"; }));
    tap("reader unplugged");
    EXPECT_TRUE(eventually([&] { return text_of("id_reader/fault") == "unplugged"; }));
    tap("reader plugged in");
    EXPECT_TRUE(eventually([&] { return text_of("id_reader/fault").empty(); }));
    tap("show the honour card");
    EXPECT_TRUE(eventually([&] { return fs::exists(file("camera/honour_card.png")); }));
}

TEST_F(DockTest, CutsTheLineAndMendsIt) {
    press(window::Key::f12);
    tap("cut");
    EXPECT_TRUE(eventually([&] { return dock_->line().line() == client::Line::cut; }));
    tap("whole");
    EXPECT_TRUE(eventually([&] { return dock_->line().line() == client::Line::whole; }));
}

TEST_F(DockTest, FollowsFilesThatATextEditorChanges) {
    std::ofstream(file("network")) << "cut\n";
    std::ofstream(file("clock")) << "86400\n";
    EXPECT_TRUE(eventually([&] { return dock_->line().line() == client::Line::cut; }));
    EXPECT_TRUE(eventually([&] { return dock_->clock().wall() == base::Instant(48h); }));
    press(window::Key::f12);
    EXPECT_TRUE(eventually([&] { return shows("+1440 min"); }));
}

TEST_F(DockTest, JumpsTheClock) {
    press(window::Key::f12);
    tap("+1 day");
    EXPECT_TRUE(eventually([&] { return dock_->clock().wall() == base::Instant(48h); }));
    EXPECT_TRUE(eventually([&] { return shows("+1440 min"); }));
    tap("-1 h");
    EXPECT_TRUE(eventually([&] { return dock_->clock().wall() == base::Instant(47h); }));
    tap("the machine's");
    EXPECT_TRUE(eventually([&] { return dock_->clock().wall() == base::Instant(24h); }));
}

TEST_F(DockTest, AsksForModeAndLanguageAsADonorDoes) {
    press(window::Key::f12);
    tap("care on, off");
    tap("en");
    ASSERT_EQ(surface_.taps.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<flow::donor::CareTapped>(surface_.taps[0]));
    EXPECT_EQ(std::get<flow::donor::LanguageTapped>(surface_.taps[1]).language, "en");
}

TEST_F(DockTest, OnOtherSurfacesTheLanguageIsTheWindowsAndThereAreNoDevices) {
    open(DockKind::other);
    press(window::Key::f12);
    EXPECT_FALSE(shows("donor-1"));
    tap("en");
    EXPECT_EQ(ui::current_language(), "en");
    EXPECT_TRUE(surface_.taps.empty());
}

TEST_F(DockTest, AVolunteersTabletHasDevicesAndNoPreferences) {
    open(DockKind::volunteer);
    press(window::Key::f12);
    EXPECT_TRUE(shows("donor-1"));
    EXPECT_TRUE(shows("show the honour card"));
    EXPECT_FALSE(shows("care on, off"));
}

TEST_F(DockTest, KeepsItsTouchesToItself) {
    press(window::Key::f12);
    tap("paper low");
    EXPECT_EQ(surface_.presses, 0);
    EXPECT_EQ(surface_.touches, 0);
    press(window::Key::f12);
    tap("below the drawer");
    EXPECT_EQ(surface_.presses, 1);
}

TEST_F(DockTest, SavesTheScreenAsDonorsSeeItInAPictureAndInWords) {
    press(window::Key::f12);
    tap("save the screen");
    ASSERT_TRUE(eventually([&] { return shows("saved"); }));
    const auto saved = screenshots::read_golden(file("screenshots"), "attract-1");
    const auto accepted =
        screenshots::read_golden(REXUE_SOURCE_DIR "/tests/golden/screens", "donor-attract");
    ASSERT_TRUE(saved && accepted);
    EXPECT_EQ(screenshots::difference(*accepted, *saved).pixels, 0) << "no drawer, no corner";
    EXPECT_NE(text_of("screenshots/attract-1.txt").find("screen \"attract\""), std::string::npos);
    EXPECT_TRUE(shows("development dock")) << "open again";
}

TEST_F(DockTest, ADiskThatTakesNothingIsSaid) {
    std::ofstream(file("id_reader")) << "in the way of the folder";
    press(window::Key::f12);
    tap("donor-1");
    EXPECT_TRUE(eventually([&] { return shows("id_reader is not there"); }));
}

// The check behind every other build of rexue-kiosk finds what it looks for.
TEST(Dock, IsSeenInAProgramThatHasIt) {
    const auto check = [](const char* program) {
        return support::run_to_end({"/usr/bin/env", "cmake", "-D",
                                    std::string("PROGRAM=") + program, "-P",
                                    REXUE_SOURCE_DIR "/packaging/cmake/holds_no_dock.cmake"})
            ->exit_code;
    };
    EXPECT_NE(check(REXUE_BINARY_DIR "/rexue-kiosk"), 0);
    EXPECT_EQ(check("/usr/bin/env"), 0);
}

} // namespace
} // namespace rexue::app
