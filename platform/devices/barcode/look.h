// One way of looking at a picture for a code, and the order in which ways are tried.
#pragma once

#include <optional>
#include <vector>

#include "platform/devices/barcode/code_reader.h"
#include "platform/image/grey_image.h"

namespace rexue::devices {

enum class Ink { dark_on_light, light_on_dark };

// What is done to the picture first; see filters.h.
enum class Filter {
    none,
    balanced,           // brightness moved so that Otsu's threshold is the middle
    averaged,           // noise
    levelled,           // shadow, glare
    sharpened,          // blur
    averaged_levelled,  // faint and grainy
    averaged_sharpened, // small, grainy and blurred at once
    despeckled,         // specks and scratches
};

// A size to look at: smaller by a whole factor, or larger by percent; never both.
struct Scale {
    int shrink = 1;
    int enlarge_percent = 100;

    double pixels_of(double pixels) const;
    bool operator==(const Scale&) const = default;
};

struct Look {
    Scale scale;
    Filter filter = Filter::none;
    Threshold threshold = Threshold::local;
    Ink ink = Ink::dark_on_light;
    Formats formats = Formats::all;
    Effort effort = Effort::hard;

    bool operator==(const Look&) const = default;
};

// All looks worth taking at a still picture of this size: first what the library alone would do,
// at full size and at its halves, then the same light on dark, then the filters, cheapest and most
// fruitful first. About a hundred.
std::vector<Look> still_looks(int width_px, int height_px);

// The looks worth taking at a frame of a stream, for as long as nothing is found, in order.
std::vector<Look> live_looks();

// A picture and what was last made of it: successive looks often share the scaled or filtered
// picture. Keeps a reference to the picture. One thread.
class LookedAt {
  public:
    explicit LookedAt(const image::GreyImage& image) : image_(image) {}

    std::optional<Reading> read(const Look& look);

  private:
    const image::GreyImage& scaled(Scale scale);
    const image::GreyImage& filtered(Scale scale, Filter filter);

    const image::GreyImage& image_;
    Scale scaled_to_;
    image::GreyImage scaled_;
    Scale filtered_at_;
    Filter filtered_by_ = Filter::none;
    image::GreyImage filtered_;
};

} // namespace rexue::devices
