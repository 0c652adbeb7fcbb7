#include "tests/screenshots/drawn_colours.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace rexue::screenshots {

namespace {

using ui::Colour;

// Wider than any border, and inside the arcs of the roundest corner.
constexpr float edge_mm = 3.0F;
constexpr int same_channel = 2;

struct PxBox {
    int x0 = 0;
    int y0 = 0;
    int x1 = 0; // the first beyond
    int y1 = 0;

    bool holds(int x, int y) const { return x >= x0 && x < x1 && y >= y0 && y < y1; }
};

struct Counted {
    Colour colour;
    int pixels = 0;
};

PxBox box_of(const ui::Rect& rect, const ui::Canvas& canvas) {
    const float scale = canvas.px_per_mm();
    const auto within = [](float px, int most) {
        return std::clamp(static_cast<int>(std::lround(px)), 0, most);
    };
    return {.x0 = within(rect.x * scale, canvas.width_px),
            .y0 = within(rect.y * scale, canvas.height_px),
            .x1 = within(rect.right() * scale, canvas.width_px),
            .y1 = within(rect.bottom() * scale, canvas.height_px)};
}

bool is_pressable(const ui::Node& node) {
    return node.role == ui::Role::button || node.role == ui::Role::choice ||
           node.role == ui::Role::field || node.role == ui::Role::list_item;
}

std::vector<PxBox> words_of_others(const ui::Node& node, std::span<const ui::Node> all,
                                   const ui::Canvas& canvas) {
    std::vector<PxBox> boxes;
    for (const ui::Node& other : all) {
        const bool is_within = &other != &node && other.capital_mm > 0 && !is_pressable(other) &&
                               node.rect.contains(other.rect.centre_x(), other.rect.centre_y());
        if (is_within) boxes.push_back(box_of(other.rect, canvas));
    }
    return boxes;
}

bool is_same(Colour a, Colour b) {
    return std::abs(a.r - b.r) <= same_channel && std::abs(a.g - b.g) <= same_channel &&
           std::abs(a.b - b.b) <= same_channel;
}

// Most frequent first; shades that are one colour are counted with the most frequent of them.
std::vector<Counted> merged(const std::unordered_map<std::uint32_t, int>& pixels, int least) {
    std::vector<Counted> all;
    for (const auto& [rgb, count] : pixels) {
        const auto channel = [rgb](int shift) { return static_cast<std::uint8_t>(rgb >> shift); };
        all.push_back({{channel(16), channel(8), channel(0)}, count});
    }
    std::ranges::sort(all, [](const Counted& a, const Counted& b) {
        if (a.pixels != b.pixels) return a.pixels > b.pixels;
        return std::tie(a.colour.r, a.colour.g, a.colour.b) <
               std::tie(b.colour.r, b.colour.g, b.colour.b);
    });
    std::vector<Counted> colours;
    for (const Counted& one : all) {
        const auto known = std::ranges::find_if(
            colours, [&](const Counted& other) { return is_same(one.colour, other.colour); });
        if (known == colours.end()) {
            colours.push_back(one);
        } else {
            known->pixels += one.pixels;
        }
    }
    std::erase_if(colours, [&](const Counted& one) { return one.pixels < least; });
    return colours;
}

} // namespace

std::optional<DrawnColours> drawn_colours(const image::Picture& picture, const ui::Canvas& canvas,
                                          const ui::Node& node, std::span<const ui::Node> all) {
    const bool has_edge = is_pressable(node);
    const float edge = std::min({edge_mm, node.rect.w / 4, node.rect.h / 4});
    const PxBox place = box_of(has_edge ? node.rect.inset(edge) : node.rect, canvas);
    const std::vector<PxBox> others =
        has_edge ? words_of_others(node, all, canvas) : std::vector<PxBox>{};
    std::unordered_map<std::uint32_t, int> pixels;
    for (int y = place.y0; y < place.y1; ++y) {
        for (int x = place.x0; x < place.x1; ++x) {
            if (std::ranges::any_of(others, [&](const PxBox& box) { return box.holds(x, y); })) {
                continue;
            }
            const auto at = 4 * (static_cast<size_t>(y) * static_cast<size_t>(picture.width_px) +
                                 static_cast<size_t>(x));
            ++pixels[static_cast<std::uint32_t>(picture.rgba[at] << 16 | picture.rgba[at + 1] << 8 |
                                                picture.rgba[at + 2])];
        }
    }
    const int least = std::max(1, static_cast<int>(node.capital_mm * canvas.px_per_mm() / 2));
    const std::vector<Counted> colours = merged(pixels, least);
    if (colours.size() < 2) return std::nullopt;
    const Colour ground = std::ranges::max_element(colours, {}, &Counted::pixels)->colour;
    const auto ink = std::ranges::max_element(
        colours, {}, [&](const Counted& one) { return ui::contrast(one.colour, ground); });
    return DrawnColours{.ink = ink->colour, .ground = ground};
}

} // namespace rexue::screenshots
