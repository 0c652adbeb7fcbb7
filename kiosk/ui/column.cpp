#include "kiosk/ui/column.h"

#include <algorithm>
#include <utility>

namespace rexue::ui {

namespace {

constexpr float left_out = -1;

} // namespace

void Column::add(float height_mm, Draw draw) {
    blocks_.push_back({.kind = Kind::fixed,
                       .least_mm = height_mm,
                       .most_mm = height_mm,
                       .draw = std::move(draw)});
}

void Column::add_optional(float height_mm, Draw draw) {
    blocks_.push_back({.kind = Kind::optional,
                       .least_mm = height_mm,
                       .most_mm = height_mm,
                       .draw = std::move(draw)});
}

void Column::add_flexible(float least_mm, float most_mm, Draw draw) {
    blocks_.push_back({.kind = Kind::flexible,
                       .least_mm = least_mm,
                       .most_mm = most_mm,
                       .draw = std::move(draw)});
}

void Column::add_growing(float least_mm, float most_mm, Draw draw) {
    blocks_.push_back(
        {.kind = Kind::growing, .least_mm = least_mm, .most_mm = most_mm, .draw = std::move(draw)});
}

void Column::add_space(float most_mm) {
    blocks_.push_back({.kind = Kind::flexible,
                       .least_mm = 0,
                       .most_mm = most_mm,
                       .draw = nullptr,
                       .spaced = false});
}

float Column::taken(const std::vector<float>& heights) const {
    float sum = 0;
    bool is_first = true;
    for (size_t i = 0; i < blocks_.size(); ++i) {
        if (heights[i] < 0) continue;
        sum += heights[i] + (blocks_[i].spaced && !is_first ? gap_mm_ : 0);
        is_first = false;
    }
    return sum;
}

// -1 for what may be missing.
std::vector<float> Column::required_heights() const {
    std::vector<float> heights(blocks_.size(), left_out);
    for (size_t i = 0; i < blocks_.size(); ++i) {
        const Kind kind = blocks_[i].kind;
        if (kind == Kind::fixed || kind == Kind::growing) heights[i] = blocks_[i].least_mm;
    }
    return heights;
}

float Column::least_height() const {
    return taken(required_heights());
}

// What must be seen comes first, then what may be missing in the order it was added, then the
// flexible ones get their least, and at last share what is left.
std::vector<float> Column::heights(float room_mm) const {
    std::vector<float> heights = required_heights();
    for (const Kind kind : {Kind::optional, Kind::flexible}) {
        for (size_t i = 0; i < blocks_.size(); ++i) {
            if (blocks_[i].kind != kind) continue;
            heights[i] = blocks_[i].least_mm;
            if (taken(heights) > room_mm) heights[i] = left_out;
        }
    }
    const auto can_grow = [&](size_t i) {
        const bool grows = blocks_[i].kind == Kind::flexible || blocks_[i].kind == Kind::growing;
        return grows && heights[i] >= 0 && heights[i] < blocks_[i].most_mm;
    };
    // Each round fills at least one block to its most, or leaves nothing over.
    for (size_t round = 0; round < blocks_.size(); ++round) {
        size_t growing = 0;
        for (size_t i = 0; i < blocks_.size(); ++i)
            growing += can_grow(i) ? 1 : 0;
        const float over = room_mm - taken(heights);
        if (growing == 0 || over <= 0) break;
        const float share = over / static_cast<float>(growing);
        for (size_t i = 0; i < blocks_.size(); ++i) {
            if (can_grow(i)) heights[i] = std::min(blocks_[i].most_mm, heights[i] + share);
        }
    }
    return heights;
}

float Column::draw(const Rect& place) const {
    const std::vector<float> all = heights(place.h);
    float y = place.y;
    bool is_first = true;
    for (size_t i = 0; i < blocks_.size(); ++i) {
        if (all[i] < 0) continue;
        if (blocks_[i].spaced && !is_first) y += gap_mm_;
        is_first = false;
        if (blocks_[i].draw) blocks_[i].draw({place.x, y, place.w, all[i]});
        y += all[i];
    }
    return y;
}

} // namespace rexue::ui
