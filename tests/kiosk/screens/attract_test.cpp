// The button that begins a visit is seen on the plane it lies on.
#include <gtest/gtest.h>

#include "kiosk/screens/donor/donor_screens.h"
#include "tests/kiosk/ui/a_ui.h"
#include "tests/support/donor_terminal.h"

namespace rexue::screens::donor {
namespace {

// WCAG 2.1, 1.4.11: what is needed to see a control has a contrast of 3:1 to what lies beside it.
TEST(Attract, ItsButtonStandsOutFromTheInvitation) {
    const support::DonorTerminal terminal;
    const Emit nowhere = [](const flow::donor::Event&) {};
    for (const ui::Theme& theme : {ui::Theme{}, ui::Theme{}.with_accent({0x1D, 0x4E, 0x89}),
                                   ui::Theme::black_on_white(), ui::Theme::white_on_black()}) {
        const auto ui = ui::a_ui({.theme = theme});
        ui->frame(std::chrono::milliseconds(0), [&](ui::Frame& frame) {
            draw(frame, {.session = terminal.session, .now = terminal.now, .emit = nowhere});
        });
        const ui::Node* button = ui->tree().find("Touch here to begin");
        ASSERT_NE(button, nullptr);
        EXPECT_GE(ui::contrast(button->ground, theme.invitation), 3.0F) << theme.name;
        EXPECT_GE(ui::contrast(button->ground, button->ink), 7.0F) << theme.name;
    }
}

} // namespace
} // namespace rexue::screens::donor
