// What can be chosen on the screen is what the rulebook in force offers.
#include <gtest/gtest.h>

#include "kiosk/screens/donor/donor_screens.h"
#include "tests/kiosk/ui/a_ui.h"
#include "tests/support/donor_terminal.h"

namespace rexue::screens {
namespace {

using flow::donor::Mode;
using flow::donor::State;

// The book of 2011, in which whole blood is given as 200 or 300 mL.
std::shared_ptr<const flow::donor::Forms> without_400() {
    std::ifstream file(REXUE_SOURCE_DIR "/assets/rulebooks/gb18467-2011.json");
    std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::string amounts = "[200, 300, 400]";
    text.replace(text.find(amounts), amounts.size(), "[200, 300]");
    flow::donor::Forms forms = *support::talk_forms();
    forms.books = donation::Bookshelf::create({donation::Rulebook::load(text).value()}).value();
    return std::make_shared<const flow::donor::Forms>(std::move(forms));
}

ui::SemanticTree drawn(const support::DonorTerminal& terminal) {
    const auto ui = ui::a_ui();
    const donor::Emit nowhere = [](const flow::donor::Event&) {};
    ui->frame(std::chrono::milliseconds(0), [&](ui::Frame& frame) {
        donor::draw(frame, {.session = terminal.session, .now = terminal.now, .emit = nowhere});
    });
    return ui->tree();
}

TEST(Choose, V01ShowsOnlyTheAmountsOfTheBook) {
    for (const Mode mode : {Mode::normal, Mode::care}) {
        support::DonorTerminal terminal;
        terminal.up_to(State::choose);
        terminal.session.preferences.mode = mode;
        EXPECT_TRUE(drawn(terminal).shows("400 mL"));
        terminal.session.visit.forms = without_400();
        EXPECT_TRUE(drawn(terminal).shows("300 mL"));
        EXPECT_FALSE(drawn(terminal).shows("400 mL"));
    }
}

} // namespace
} // namespace rexue::screens
