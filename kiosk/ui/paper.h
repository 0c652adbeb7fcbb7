// A slip of paper drawn with Cairo: grey, millimetres from its top left, 8 px a mm.
#pragma once

#include <memory>
#include <string_view>

#include "kiosk/ui/frame.h"
#include "platform/image/grey_image.h"

namespace rexue::ui {

class Paper {
  public:
    // 10–80 mm wide; grows downwards as it is drawn on, up to 400 mm.
    explicit Paper(float width_mm);
    ~Paper();

    // Text at `y`, wrapped at the paper's width less margins; returns the y below it.
    float text(float y, std::string_view utf8, float capital_mm, Weight weight, Align align);
    float qr(float y, std::string_view content, float side_mm);
    float rule(float y); // a thin line across
    float space(float y, float mm) { return y + mm; }

    // Cut at the lowest ink plus a margin. Black and white only, as thermal heads print.
    image::GreyImage finish();

    struct Surface;

  private:
    std::unique_ptr<Surface> surface_;
};

} // namespace rexue::ui
