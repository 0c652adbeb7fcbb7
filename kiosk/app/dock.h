// The developer's dock: a drawer over any surface, opened by F12, that does to the simulated
// devices, the line and the clock what happens to them in life. A development build (build type
// Debug) has it, marked by a coloured corner; every other build has only `no_dock.cpp`.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "kiosk/app/surface.h"
#include "kiosk/ui/ui.h"
#include "net/client/line_switch.h"
#include "platform/time/clock.h"
#include "platform/window/window.h"

namespace rexue::app {

// Donors have devices and preferences, volunteers devices.
enum class DockKind { donor, volunteer, other };

struct DockOptions {
    DockKind kind = DockKind::donor;
    // That of --simulated: what the dock does is a file in it, or comes from one.
    std::filesystem::path folder;
    std::filesystem::path samples; // cards/*.json, cards/honour-card.txt
};

// The window thread's, but clock and line.
class Dock {
  public:
    virtual ~Dock() = default;

    // What the terminal goes by; any thread.
    virtual const time::Clock& clock() const = 0;
    virtual client::LineSwitch& line() = 0;

    // Before the first frame; `wake` ends the window's wait, from any thread.
    virtual void attach(Surface& surface, ui::Canvas canvas, std::function<void()> wake) = 0;
    // After the last one: neither is touched any more.
    virtual void detach() = 0;

    // True when the input was the dock's own and the surface must not see it.
    virtual bool take(const window::Input& input) = 0;
    virtual bool wants_frame() const = 0;
    // Above what the surface has drawn.
    virtual void draw(ui::Frame& frame) = 0;
    // Between a frame and its swap.
    virtual void after_frame(ui::Ui& ui, window::Window& window) = 0;
};

// Null where it is not built in. `machine` outlives the dock.
std::unique_ptr<Dock> make_dock(const DockOptions& options, const time::Clock& machine);

} // namespace rexue::app
