// What a finger wrote: strokes of points in millimetres from the pad's top left corner.
#pragma once

#include <span>
#include <vector>

#include "kiosk/ui/geometry.h"

namespace rexue::ui::widgets {

// Personal: every place in memory it lay at is overwritten when it is cleared, replaced or gone.
class Signature {
  public:
    // What goes beyond is not kept: a name of ten characters takes a tenth of it.
    static constexpr size_t max_strokes = 256;
    static constexpr size_t max_points = 8'192;
    // Points nearer to the one before tell nothing.
    static constexpr float least_step_mm = 0.35F;
    // Less of a line than this is a slip of the finger, not a name.
    static constexpr float least_ink_mm = 12.0F;

    Signature() = default;
    Signature(const Signature& other);
    Signature& operator=(const Signature& other);
    Signature(Signature&&) noexcept = default;
    Signature& operator=(Signature&& other) noexcept;
    ~Signature();

    void begin_stroke();
    // To the newest stroke; begins one if there is none.
    void add(Point at);
    void clear();

    bool has_ink() const { return !points_.empty(); }
    bool is_signed() const { return ink_mm() >= least_ink_mm; }
    float ink_mm() const;

    size_t stroke_count() const { return begins_.size(); }
    std::span<const Point> stroke(size_t index) const;

  private:
    void wipe();
    void grow();

    std::vector<Point> points_;
    std::vector<size_t> begins_; // of each stroke in `points_`
    bool is_full_ = false;
};

} // namespace rexue::ui::widgets
