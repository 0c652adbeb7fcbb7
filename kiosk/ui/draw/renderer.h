// Dear ImGui as a drawing back end: one draw list a frame, sent to OpenGL.
#pragma once

#include <memory>

#include "kiosk/ui/draw/texture.h"
#include "kiosk/ui/theme.h"
#include "platform/base/error.h"

struct ImDrawList;
struct ImGuiContext;

namespace rexue::ui::draw {

// Whole pixels to the right and down.
struct PxOffset {
    int x = 0;
    int y = 0;
    bool operator==(const PxOffset&) const = default;
};

// The OpenGL context is current from `create` to the end. One at a time: ImGui's context is global.
class Renderer {
  public:
    // unavailable when ImGui's OpenGL back end does not start.
    static base::Result<std::unique_ptr<Renderer>> create(int width_px, int height_px);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // The list lives until `end_frame`. A frame that was begun and not ended is dropped.
    ImDrawList* begin_frame();
    // Clears the bound framebuffer to `page` and draws the list, moved by `moved`; nothing without
    // a frame.
    void end_frame(Colour page, PxOffset moved = {});

  private:
    Renderer() = default;

    void use_white_coverage();

    ImGuiContext* context_ = nullptr;
    Texture white_;
    bool started_ = false;
    bool in_frame_ = false;
};

} // namespace rexue::ui::draw
