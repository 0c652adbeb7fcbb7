// How far each scroll region is scrolled, and the drag that moves it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "kiosk/ui/geometry.h"

namespace rexue::ui::input {

class Presses;

class Scrolls {
  public:
    // A finger that trembles presses; one that goes further than this scrolls.
    static constexpr float slop_mm = 4.0F;

    // The offset of the region, after what the finger did in this frame.
    float begin(std::string_view id, const Rect& rect, float content_height_mm, Presses& presses);
    void end() { region_.reset(); }
    void end_frame(const Presses& presses);
    void forget() { *this = Scrolls(); }

    // The region at hand, if any.
    const std::optional<Rect>& region() const { return region_; }

  private:
    struct Drag {
        std::string id;
        float from_y = 0;
        float offset_before = 0;
        bool moving = false;
    };

    std::unordered_map<std::string, float> offsets_;
    std::optional<Drag> drag_;
    std::optional<Rect> region_;
};

} // namespace rexue::ui::input
