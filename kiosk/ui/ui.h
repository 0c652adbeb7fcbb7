// The touch toolkit: text, widgets, pointer and semantic tree, drawn through ImGui's draw list.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/semantic_tree.h"
#include "kiosk/ui/theme.h"
#include "platform/base/error.h"
#include "platform/image/grey_image.h"

namespace rexue::ui {

// The panel: pixels and millimetres give the scale.
struct Canvas {
    int width_px = 1080;
    int height_px = 1920;
    float width_mm = 268.0F; // 21.5″ portrait; pixels are square

    float px_per_mm() const { return static_cast<float>(width_px) / width_mm; }
    float height_mm() const { return static_cast<float>(height_px) / px_per_mm(); }
};

enum class Rendering {
    opengl, // the current context of the calling thread
    none,   // measures, hits and fills the tree, draws nothing: for tests without a window
};

struct UiOptions {
    Canvas canvas;
    Theme theme;
    Metrics metrics;
    Rendering rendering = Rendering::opengl;
    std::filesystem::path assets; // icons/, images/
    size_t text_cache_bytes = 24 * 1024 * 1024;
    bool motion = true; // false: everything is where it will be at once
    // Against burn-in: the picture wanders by up to this many pixels to each side, a step a minute,
    // whenever it is drawn anyway. 0: it stands still.
    int wander_px = 0;
};

// Of a terminal's screen, which stands all day.
inline constexpr int terminal_wander_px = 2;

// One a process and thread.
class Ui {
  public:
    static base::Result<std::unique_ptr<Ui>> create(const UiOptions& options);
    ~Ui();

    // Pointer edges are queued and taken one a frame, so that ten taps in 100 ms are ten presses.
    void pointer_moved(float x_px, float y_px);
    void pointer_down(float x_px, float y_px);
    void pointer_up(float x_px, float y_px);
    bool has_pending_input() const;
    // The newest frame is the first with this finger on the glass.
    bool finger_is_new() const;

    // The keypad (previous, next, choose): a ring marks the focus, which moves in drawing order
    // over what can be pressed and is enabled. A touch takes it away.
    void focus_next();
    void focus_previous();
    void choose_focused();
    // The focused node of the newest frame; null when there is none.
    const Node* focused() const;

    // One frame: takes the next edge, calls `draw`, lays out. `now` is any steady time. What it
    // would look like is only rendered by `present`: a frame that the next one replaces at once
    // (a press and its lifting that came together) costs no pixels.
    void compose(std::chrono::milliseconds now, const std::function<void(Frame&)>& draw);
    // Renders the newest composed frame, once. The bound framebuffer is cleared and drawn on;
    // swapping is the window's.
    void present();
    // Both.
    void frame(std::chrono::milliseconds now, const std::function<void(Frame&)>& draw);
    // True when a frame is due at once: input waits, a press has just changed something, or the
    // look did. Call `frame` until it is false, then sleep until `next_frame_at` or an event; an
    // event from outside (a device, the network) is the caller's own reason for a frame.
    bool wants_frame() const;
    // When the next frame is due without anything new happening: now if `wants_frame`, else what
    // `redraw_in` asked for in the newest frame. None: not before an event.
    std::optional<std::chrono::milliseconds> next_frame_at() const;

    // Care mode, high contrast: from the next frame on.
    void set_look(const Theme& theme, const Metrics& metrics);

    // Of the newest frame.
    const SemanticTree& tree() const;

    // Forgets cached texts and codes, the tree and pointer state, and overwrites the words: at the
    // end of a visit nothing of it stays.
    void forget();

    struct Parts;
    Parts& parts() { return *parts_; }

  private:
    explicit Ui(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

// Bytes of text textures in use now, for tests of the bound.
size_t text_cache_bytes_used(Ui& ui);

// Mistakes of screens since the start, for tests: "icons/chek is missing", "two targets have one
// id on screen ticket".
std::vector<std::string> faults(Ui& ui);

} // namespace rexue::ui
