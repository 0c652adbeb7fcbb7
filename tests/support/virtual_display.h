// An X server without a screen (Xvfb) for one test, with a finger on its glass (XTEST).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "platform/base/error.h"
#include "tests/support/child_process.h"

namespace rexue::support {

class VirtualDisplay {
  public:
    // Lets Xvfb choose a free display number. unavailable when it does not start.
    static base::Result<VirtualDisplay> start(int width_px, int height_px);

    const std::string& name() const { return name_; } // ":99"

  private:
    VirtualDisplay(ChildProcess server, std::string name)
        : server_(std::move(server)), name_(std::move(name)) {}

    ChildProcess server_;
    std::string name_;
};

// Real pointer input on any display: what a touchscreen's driver would send.
class Finger {
  public:
    static base::Result<std::unique_ptr<Finger>> on(const std::string& display);
    ~Finger();

    // Presses and lifts at a place of the display, in pixels.
    void tap(int x_px, int y_px);
    void press(int x_px, int y_px);
    void move(int x_px, int y_px);
    void lift();

    // Asks the one window of the display to close, as a window manager does. False without one.
    bool close_window();

    // The colour of one pixel as the X server shows it, 0xRRGGBB.
    unsigned long pixel(int x_px, int y_px);
    // All colours of the square that reaches so far to each side of a pixel; none off the display.
    std::vector<unsigned long> pixels_around(int x_px, int y_px, int reach_px);

  private:
    void come_down(int x_px, int y_px);

    struct Connection;
    explicit Finger(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

} // namespace rexue::support
