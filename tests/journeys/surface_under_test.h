// A surface without a window: what it would show is read from the semantic tree, and it is
// pressed where a finger would press.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "kiosk/app/loop.h"
#include "kiosk/app/surface.h"
#include "kiosk/ui/ui.h"
#include "platform/base/error.h"
#include "tests/journeys/journey_clock.h"
#include "tests/support/eventually.h"
#include "tests/support/scripted_window.h"

namespace rexue::journeys {

class SurfaceUnderTest {
  public:
    SurfaceUnderTest(std::unique_ptr<app::Surface> surface, ui::Canvas canvas, JourneyClock& clock);

    // Applies what came in and draws; true while `text` is on the screen.
    bool shows(std::string_view text);
    bool is_on(std::string_view screen);
    // Waits for other threads to bring it about.
    bool comes_to_show(std::string_view text) {
        return support::eventually([&] { return shows(text); });
    }
    bool comes_to(std::string_view screen) {
        return support::eventually([&] { return is_on(screen); });
    }

    // Presses and lifts on the enabled target with this label or value; false if there is none.
    bool tap(std::string_view label);
    // A line across the pad with this label, as a finger draws it.
    bool draw_on(std::string_view label);
    // The five-key pad: moves the focus to the enabled target with this label or value, which is
    // said as it comes, and chooses it; false if there is none.
    bool choose_by_keys(std::string_view label);
    void press(window::Key key);
    // An index of the tree; none while the keypad is nowhere.
    std::optional<size_t> focused();
    bool comes_to_offer_and_tap(std::string_view label) {
        return support::eventually([&] { return tap(label); });
    }

    // Turns the pages of a keyboard's candidates until this one is in sight, and takes it.
    bool comes_to_offer_and_turn_to(std::string_view candidate) {
        return support::eventually([&] {
            if (tap(candidate)) return true;
            // Turned over too early, while older candidates stood there: from the first page again.
            if (!tap("More")) {
                while (tap("Earlier")) {
                }
            }
            return false;
        });
    }

    // The label of the first node with this value, empty if there is none.
    std::string label_of(std::string_view value);
    std::string screen_text(); // the whole tree, for failures
    const ui::SemanticTree& tree();

  private:
    app::LoopParts parts();
    void go_on(); // until nothing is due

    support::ScriptedWindow window_;
    std::unique_ptr<app::Surface> surface_;
    std::unique_ptr<ui::Ui> ui_;
    ui::Canvas canvas_;
    JourneyClock& clock_;
};

} // namespace rexue::journeys
