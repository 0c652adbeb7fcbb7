// A socket on which a test or a demo looks at a running terminal: what is on the screen, in
// words and as a picture. It cannot press anything: presses come through the real window.
//
// Off unless asked for by --control: a semantic tree may hold a masked name, so the socket is
// made for its owner alone (mode 0600).
//
// Lines in, JSON lines out:
//   tree              {"screen", "frames", "nodes": [{role,label,value,enabled,selected,x,y,w,h}]}
//                     x, y, w, h in pixels of the window
//   picture FILE      {"file"} once the next frame is written to FILE as PNG
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "kiosk/ui/ui.h"
#include "platform/base/error.h"
#include "platform/window/window.h"

namespace rexue::app {

class Control {
  public:
    // `wake` ends the window thread's wait. io for a path that cannot be bound.
    static base::Result<std::unique_ptr<Control>> create(const std::filesystem::path& socket,
                                                         ui::Canvas canvas,
                                                         std::function<void()> wake);
    ~Control();

    // Window thread, between a frame and its swap: answers who waits.
    void after_frame(ui::Ui& ui, window::Window& window);
    // Somebody waits for a picture.
    bool wants_frame() const;

  private:
    struct Parts;
    explicit Control(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace rexue::app
