// ZXing, wrapped: one picture, one way of telling black from white, one answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/devices/barcode/barcode_scanner.h"
#include "platform/image/grey_image.h"

namespace rexue::devices {

// How a pixel becomes black or white.
enum class Threshold {
    local,     // below its neighbourhood's mean
    histogram, // below the valley between the histogram's two hills
    half,      // below 128
};

enum class Formats { all, qr, data_matrix, code_128 };

enum class Effort {
    quick, // as in a stream, where the next frame is another chance
    hard,  // every line, every turn, smaller scales too
};

struct Reading {
    ScannedCode code;
    // False for a Code 128 that could be a chance hit: its one check character lets one wrong
    // reading in a hundred through. Needs a second look of another kind.
    bool certain = true;
};

// Codes whose own error correction fails are not returned. Pictures below 8 px a side hold none.
std::optional<Reading> read_code(const image::GreyImage& image, Threshold threshold,
                                 Formats formats, Effort effort);

// Valid UTF-8 of at most max_code_bytes, cut after a whole character. No code of ours is that
// long, so a cut text is still seen for what it is: somebody else's.
std::string bounded_text(std::string_view text);

} // namespace rexue::devices
