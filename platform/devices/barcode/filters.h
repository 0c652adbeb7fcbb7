// Ways of looking again at a picture whose code did not read. All keep the size; all are pure.
#pragma once

#include "platform/image/grey_image.h"

namespace rexue::devices {

// Dark becomes light: a code on a phone in dark mode.
image::GreyImage inverted(const image::GreyImage& image);

// Mean of the (2 reach + 1)² neighbourhood: against noise and the grid of a screen. reach_px ≥ 1.
image::GreyImage averaged(const image::GreyImage& image, int reach_px);

// The middle of five, along rows and then along columns: specks go, edges stay.
image::GreyImage despeckled(const image::GreyImage& image);

// What differs from the neighbourhood's mean, `gain_percent` more of it: against blur.
image::GreyImage sharpened(const image::GreyImage& image, int reach_px, int gain_percent);

// Each neighbourhood stretched to the whole range: against shadow, glare and faded print.
image::GreyImage levelled(const image::GreyImage& image, int reach_px);

} // namespace rexue::devices
