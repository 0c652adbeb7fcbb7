// A place to draw on and to be touched: a real window (GLFW) or an off-screen one (EGL, no
// display needed). Both give an OpenGL 3.3 context that is current on the creating thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/error.h"
#include "platform/image/picture.h"
#include "platform/time/clock.h"

namespace rexue::window {

// Touch arrives as pointer. One element an edge or a move, in order, none merged.
struct PointerInput {
    enum class Kind { down, up, move };
    Kind kind = Kind::move;
    float x_px = 0; // from the left edge of the drawing area
    float y_px = 0; // from the top
};

enum class Key { enter, escape, tab, space, backspace, left, right, up, down, f1, f5, f12 };

struct KeyInput {
    std::optional<Key> key;
    char32_t character = 0; // 0 when the key types nothing
};

struct Input {
    std::optional<PointerInput> pointer;
    std::optional<KeyInput> key;
};

// All on the creating thread, but `wake`.
class Window {
  public:
    virtual ~Window() = default;

    virtual int width_px() const = 0;
    virtual int height_px() const = 0;
    virtual bool should_close() const = 0;

    // Sleeps until there is input, `wake` is called, or `deadline` passes (none: for ever).
    virtual void wait(std::optional<time::Moment> deadline) = 0;
    // Any thread: ends the wait at hand or the next one.
    virtual void wake() = 0;
    // What came in since the last call.
    virtual std::vector<Input> take_input() = 0;

    virtual void swap() = 0;
    // What was drawn since the last swap, rows from the top. Before `swap`.
    virtual base::Result<image::Picture> read_pixels() = 0;
};

struct WindowOptions {
    std::string title = "Rexue";
    int width_px = 1080;
    int height_px = 1920;
    bool fullscreen = false;
    bool show_cursor = true; // a touchscreen has none
};

// Without a display: for pictures and tests. Draws into a framebuffer object that stays bound.
// The renderer is the machine's; a caller that wants the same picture to the byte everywhere sets
// LIBGL_ALWAYS_SOFTWARE=1 and GALLIUM_DRIVER=llvmpipe in the environment before it is made.
class OffscreenWindow : public Window {
  public:
    // Any thread: what `take_input` will hand out, in order. Ends the wait at hand or the next one.
    virtual void feed(const Input& input) = 0;
    virtual void request_close() = 0;
};

// unavailable when there is no display or no OpenGL 3.3. One real window at a time.
base::Result<std::unique_ptr<Window>> make_window(const WindowOptions& options);
base::Result<std::unique_ptr<OffscreenWindow>> make_offscreen_window(int width_px, int height_px);

} // namespace rexue::window
