// How far each scroll region is scrolled, and what moves it: a drag, the glide that a finger
// lifted in motion leaves behind, a "more" button, the keypad's focus.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/input/glide.h"

namespace rexue::ui::input {

class Presses;

class Scrolls {
  public:
    // A finger that trembles presses; one that goes further than this scrolls.
    static constexpr float slop_mm = 4.0F;
    // A finger slower than the one puts down what it moved; none throws faster than the other.
    static constexpr float least_throw_mm_per_s = 60.0F;
    static constexpr float most_throw_mm_per_s = 1'500.0F;
    static constexpr std::chrono::milliseconds throw_takes{800};
    static constexpr std::chrono::milliseconds step_takes{180}; // "more", and the focus
    // The newest part of a drag tells its speed: who rests before lifting throws nothing.
    static constexpr std::chrono::milliseconds speed_over{100};

    // `now` is the frame's steady time. Without motion nothing glides.
    void begin_frame(std::chrono::milliseconds now, bool has_motion);
    // The offset of the region, after what the finger did in this frame.
    float begin(std::string_view id, const Rect& rect, float content_height_mm, Presses& presses);
    void end() { region_.reset(); }
    void end_frame(const Presses& presses);
    void forget() { *this = Scrolls(); }

    // The region at hand, if any.
    const std::optional<Rect>& region() const { return region_; }
    // The region at hand moves by itself and wants another frame.
    bool is_gliding() const;

    // Scrolls a region there, from the next frame on.
    void go_to(std::string_view id, float offset_mm);
    // Scrolls the region at hand as little as shows the rectangle, which is where it is drawn now.
    // True if there is anything to scroll.
    bool reveal(const Rect& rect);

  private:
    struct Place {
        float offset = 0;
        std::optional<Glide> glide;
    };
    struct Sample {
        std::chrono::milliseconds at{};
        float y = 0;
    };
    struct Drag {
        std::string id;
        float from_y = 0;
        float offset_before = 0;
        bool moving = false;
        std::vector<Sample> samples;
    };

    void follow_finger(Place& place, Presses& presses);
    void let_go(Place& place);
    float speed_mm_per_s() const;

    std::unordered_map<std::string, Place> places_;
    std::optional<Drag> drag_;
    std::optional<Rect> region_;
    std::string region_id_;
    std::chrono::milliseconds now_{};
    bool has_motion_ = true;
};

} // namespace rexue::ui::input
