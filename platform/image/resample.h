// Other sizes of a grey picture.
#pragma once

#include "platform/image/grey_image.h"

namespace rexue::image {

// Every output pixel is the mean of factor × factor input pixels; what is left over at the right
// and lower edges is dropped. `factor` ≥ 1. Smaller than one output pixel: an empty picture.
GreyImage shrunk(const GreyImage& image, int factor);

// Bilinear, pixel centres aligned; both sides ≥ 1 px. Meant for enlarging and mild shrinking.
GreyImage resized(const GreyImage& image, int width_px, int height_px);

// The whole picture as large as it fits into width × height, centred on grey bars.
GreyImage fitted(const GreyImage& image, int width_px, int height_px);

} // namespace rexue::image
