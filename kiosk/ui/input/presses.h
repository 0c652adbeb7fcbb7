// Where the finger is and what it presses. Places are millimetres on the canvas.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/geometry.h"

namespace rexue::ui::input {

// One target of a frame, in drawing order: where two overlap, the later one lies on top.
struct Target {
    std::string id;
    Rect rect;
    bool enabled = true;
    bool focusable = true;
};

// A press belongs to the target that the newest frame showed under the finger as it came down. It
// counts if it ends in that target without having left it. At most one edge is taken a frame, and
// the frame after a press takes none: what the press changed is on the screen before the next tap
// is looked at.
class Presses {
  public:
    // More than this many waiting edges and moves: the oldest moves go, then the oldest edges.
    static constexpr size_t max_queued = 512;

    void moved(float x, float y) { queue({Kind::move, {x, y}}); }
    void down(float x, float y) { queue({Kind::down, {x, y}}); }
    void up(float x, float y) { queue({Kind::up, {x, y}}); }

    // Something is queued, or the frame after a press is due.
    bool has_pending() const { return settling_ || !queue_.empty(); }

    void begin_frame();
    // True in the frame in which `target` is pressed. A target that is not enabled covers what lies
    // under it and is never pressed.
    bool offer(Target target);
    // Everything offered so far in this frame lies under a modal: from the next edge on it is
    // neither pressed nor focused, and a finger that is on it presses nothing.
    void cover();
    void end_frame();
    void forget();

    bool is_held(std::string_view id) const;
    bool was_offered_twice() const { return offered_twice_; }

    // The keypad's focus: moves in drawing order over enabled targets, wraps at the ends.
    void focus_next() { step_focus(1); }
    void focus_previous() { step_focus(-1); }
    void choose_focused() { queue({Kind::choose, {}}); }
    void clear_focus() { focus_.clear(); }
    const std::string& focus() const { return focus_; }
    std::optional<Rect> focused_rect() const;

    // Where the finger was in this frame while it was down, in order, whatever lay under it.
    const std::vector<Point>& trail() const { return trail_; }
    // The finger came down in this frame, in this rectangle of the layer that is being drawn.
    bool came_down_in(const Rect& rect) const;
    // What is being drawn is under no modal that the newest complete frame showed.
    bool is_on_top() const { return layer_ == top_layer_; }

    bool is_down() const { return is_down_; }
    // It came down in the newest frame.
    bool is_new() const { return is_down_ && came_down_; }

    // The press at hand will not count: it has become a scroll.
    void cancel();

  private:
    enum class Kind { move, down, up, choose };
    struct Step {
        Kind kind = Kind::move;
        Point at;
    };
    struct Hold {
        std::string id;
        Rect rect;
        bool alive = true;
    };

    void queue(const Step& step);
    // Whether a finger is on the glass behind all that is queued.
    bool ends_down() const;
    void take(const Step& step);
    void come_down(Point at);
    void step_focus(int by);

    std::deque<Step> queue_;
    std::vector<Target> drawn_;   // of the newest complete frame
    std::vector<Target> drawing_; // of the frame at hand
    std::optional<Hold> hold_;
    std::string fired_;             // pressed by this frame's edge, until its target is offered
    std::optional<Point> fired_at_; // none: by the keypad
    std::string focus_;
    size_t covered_ = 0; // of `drawing_`, from its begin
    int layer_ = 0;      // being drawn
    int top_layer_ = 0;  // of the newest complete frame
    std::vector<Point> trail_;
    bool came_down_ = false;
    bool is_down_ = false;
    bool settling_ = false;
    bool offered_twice_ = false;
};

} // namespace rexue::ui::input
