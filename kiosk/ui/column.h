// Blocks one below another, as tall as what they hold: one layout for every text size.
#pragma once

#include <functional>
#include <vector>

#include "kiosk/ui/geometry.h"

namespace rexue::ui {

class Column {
  public:
    // Draws a block into the place it was given: the column's width, the block's height.
    using Draw = std::function<void(const Rect& place)>;

    Column(float width_mm, float gap_mm) : width_mm_(width_mm), gap_mm_(gap_mm) {}

    float width() const { return width_mm_; }
    // What the blocks that must be seen take.
    float least_height() const;

    // Must be seen: has its height even where the column is too short for it.
    void add(float height_mm, Draw draw);
    // Makes the screen friendlier and may be missing: left out where there is no room for it.
    // The last one added goes first.
    void add_optional(float height_mm, Draw draw);
    // Takes what the others leave, between the two heights; left out below the least. Several
    // share evenly.
    void add_flexible(float least_mm, float most_mm, Draw draw);
    // Must be seen, and takes what the others leave up to the most.
    void add_growing(float least_mm, float most_mm, Draw draw);
    // Nothing but room, up to this much: sets what follows apart.
    void add_space(float most_mm);

    // Draws all blocks from the top of a place of this width. Returns the y below the last one.
    float draw(const Rect& place) const;

  private:
    enum class Kind { fixed, growing, optional, flexible };
    struct Block {
        Kind kind = Kind::fixed;
        float least_mm = 0;
        float most_mm = 0;
        Draw draw;
        bool spaced = true; // has a gap above it, unless it is the first
    };

    std::vector<float> required_heights() const;
    std::vector<float> heights(float room_mm) const; // < 0: left out
    float taken(const std::vector<float>& heights) const;

    float width_mm_ = 0;
    float gap_mm_ = 0;
    std::vector<Block> blocks_;
};

} // namespace rexue::ui
