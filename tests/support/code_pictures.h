// Codes as a camera sees them: drawn by ZXing's writer, then turned, tilted, blurred, glared on.
// Everything random comes from the scene's seed, so that a picture is the same run after run.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "platform/devices/barcode/barcode_scanner.h"
#include "platform/image/grey_image.h"

namespace rexue::support {

enum class Ink { dark_on_light, light_on_dark };
enum class Background { plain, textured };

// Plain and sharp unless told otherwise.
struct Scene {
    int width_px = 640;
    int height_px = 480;
    double module_px = 4.0;
    double turned_degrees = 0.0;
    double tilt = 0.0;      // 0 square on; 0.5 makes the far side half as long
    double blur_px = 0.0;   // standard deviation of the lens's blur
    double motion_px = 0.0; // length of a smear to the right
    double contrast = 1.0;  // 1 black on white … 0 grey on grey
    double glare = 0.0;     // 0 none … 1 a white spot that hides its middle
    double shadow = 0.0;    // 0 none … 1 the picture's right side is black
    double moire = 0.0;     // stripes of a screen's pixels, 0 … 1
    double noise = 0.0;     // standard deviation, grey levels
    Ink ink = Ink::dark_on_light;
    Background background = Background::plain;
    unsigned seed = 1;
};

// `text` is UTF-8; a code's middle is the picture's middle.
image::GreyImage code_picture(devices::CodeFormat format, std::string_view text,
                              const Scene& scene);
// Bytes that need not be text at all, as a QR code in byte mode.
image::GreyImage binary_code_picture(const std::string& bytes, const Scene& scene);

// Pictures without any code.
image::GreyImage noise_picture(int width_px, int height_px, unsigned seed);
// Wall, shelf edges, print and people-sized blobs: what a terminal's camera sees all day.
image::GreyImage room_picture(int width_px, int height_px, unsigned seed);
// Rows of letter-like strokes and bars: the hardest to tell from a code.
image::GreyImage print_picture(int width_px, int height_px, unsigned seed);

// A baseline JPEG, as a camera's MJPEG frame. `quality` 1…100.
std::vector<std::byte> jpeg_of(const image::GreyImage& image, int quality);

// What ZXing alone finds, as a program would call it that leaves all to the library: hardest
// settings, at full size and at halves of it. Empty text for nothing.
std::string plain_zxing_text(const image::GreyImage& image);

} // namespace rexue::support
