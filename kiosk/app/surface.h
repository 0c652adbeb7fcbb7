// A surface as the loop knows it: something that takes events, draws, and has deadlines.
#pragma once

#include <chrono>
#include <optional>

#include "kiosk/flow/donor/event.h"
#include "kiosk/flow/now.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/look.h"
#include "kiosk/ui/ui.h"
#include "platform/window/window.h"

namespace rexue::app {

// Window thread only, but what its sources post comes from any thread.
class Surface {
  public:
    virtual ~Surface() = default;

    // Applies what came in and what is due. True when the picture may have changed.
    virtual bool pump(const flow::Now& now) = 0;
    virtual void draw(ui::Frame& frame, const flow::Now& now) = 0;
    // Somebody touches the screen: nobody is idle.
    virtual void touched() = 0;
    virtual std::optional<std::chrono::milliseconds> next_deadline() const = 0;
    // Once, when somebody wants the screen to look otherwise.
    virtual std::optional<ui::Look> take_look() { return {}; }
    // A key or a character of the surface's own; false: it means nothing here, and the key moves
    // the focus or chooses as everywhere. While something has the focus, only characters come.
    virtual bool take_key(const window::KeyInput&) { return false; }
    // One of the five keys was pressed: who uses them may not see the screen.
    virtual void keyed() {}
    // The keypad's "back" and "repeat"; what else it has moves the focus.
    virtual void back() {}
    virtual void repeat() {}
    // What the newest picture says, and where in it the keypad is.
    virtual void shown(const ui::SemanticTree&, const std::optional<ui::Focus>&) {}
    // A donor's tap that did not come through the glass; other surfaces have no donors.
    virtual void take_tap(const flow::donor::Event&) {}
    // True once: cached texts of the last visit must go.
    virtual bool take_forget_request() { return false; }
};

} // namespace rexue::app
