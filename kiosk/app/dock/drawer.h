// Rows of small buttons over the top of a surface. It tests its own hits, so that the surface
// below neither sees them nor has them among its targets.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/frame.h"
#include "platform/window/window.h"

namespace rexue::app {

struct DrawerButton {
    std::string label;
    bool selected = false; // is the case now
    std::function<void()> press;
};

struct DrawerRow {
    std::string caption;
    std::vector<DrawerButton> buttons;
    std::string note = {}; // behind them
};

class Drawer {
  public:
    // Draws the rows and remembers where they are.
    void draw(ui::Frame& frame, const std::string& title, std::vector<DrawerRow> rows);
    // Nothing is there to be pressed any more.
    void close();

    // True when it is the drawer's: what begins in it, until it ends. A press counts where it
    // began and ended on one button.
    bool take(const window::PointerInput& pointer, float px_per_mm);

  private:
    struct Placed {
        ui::Rect rect;
        DrawerButton button;
    };
    std::optional<size_t> button_at(float x_mm, float y_mm) const;

    ui::Rect ground_;
    std::vector<Placed> placed_;
    bool pressing_ = false;
    std::optional<std::string> pressed_; // label: the rows may be drawn anew meanwhile
};

} // namespace rexue::app
