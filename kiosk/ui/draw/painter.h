// Shapes and textures in pixels, on ImGui's draw list.
#pragma once

#include <deque>
#include <memory>
#include <span>

#include "kiosk/ui/draw/texture.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/ui/theme.h"

struct ImDrawList;

namespace rexue::ui::draw {

// From corner to corner; edges on whole pixels are sharp.
struct PxRect {
    float x0 = 0;
    float y0 = 0;
    float x1 = 0;
    float y1 = 0;

    PxRect inset(float by) const { return {x0 + by, y0 + by, x1 - by, y1 - by}; }
    PxRect moved(float dx, float dy) const { return {x0 + dx, y0 + dy, x1 + dx, y1 + dy}; }
    float width() const { return x1 - x0; }
    float height() const { return y1 - y0; }
};

// A rectangle that a clear covers, in the order of the draw list.
struct ClearedRect {
    PxRect rect;
    Colour colour;
    float canvas_height_px = 0;
};

// Without a list (tests without a window) everything is a no-op.
class Painter {
  public:
    Painter();
    ~Painter();

    // The list is sent to OpenGL before the next start.
    void start(ImDrawList* list, int canvas_height_px);

    void fill(const PxRect& rect, Colour colour, float radius_px = 0);
    // A ground and the border around it, which lies inside the rectangle. The ground's own corners
    // are under the border and need not be smooth: smooth ones are three triangles for each one.
    void bordered(const PxRect& rect, Colour ground, Colour border, float radius_px,
                  float width_px);
    // The line lies inside the rectangle.
    void frame(const PxRect& rect, Colour colour, float radius_px, float width_px);
    void line(Point from, Point to, Colour colour, float width_px);
    void path(std::span<const Point> points, Colour colour, float width_px);
    // Pixel for pixel, its corner at a whole pixel. `tint` colours coverage textures.
    void texture(const Texture& texture, float x, float y, Colour tint = {255, 255, 255});
    // As it looks in a mirror.
    void texture_mirrored(const Texture& texture, float x, float y, Colour tint);
    void texture_stretched(const Texture& texture, const PxRect& rect, Colour tint);

    void push_clip(const PxRect& rect);
    void pop_clip();

    // What is drawn between the two lies apart, thing by thing: all clears are made first, then all
    // shapes at once, then the textures. Switching between the three costs as much as a key. Not
    // one within another, and no clip begins or ends in between.
    void begin_apart();
    void end_apart();

  private:
    enum class Layer { clears, shapes, textures };
    void use(Layer layer);
    struct Splitter;

    void fill_by_clearing(const PxRect& rect, Colour colour, float radius);
    void clear(const PxRect& rect, Colour colour);

    ImDrawList* list_ = nullptr;
    std::unique_ptr<Splitter> splitter_;
    bool apart_ = false;
    float canvas_height_px_ = 0;
    std::deque<ClearedRect> cleared_; // the draw list points into it
};

} // namespace rexue::ui::draw
