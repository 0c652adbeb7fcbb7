// The pixels of the framebuffer that is bound for reading.
#pragma once

#include "platform/base/error.h"
#include "platform/image/picture.h"

namespace rexue::window {

// Rows from the top, alpha 255. internal when OpenGL reports a failure. The context is current.
base::Result<image::Picture> read_bound_framebuffer(int width_px, int height_px);

} // namespace rexue::window
