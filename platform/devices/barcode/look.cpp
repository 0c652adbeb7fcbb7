#include "platform/devices/barcode/look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "platform/devices/barcode/filters.h"
#include "platform/image/resample.h"

namespace rexue::devices {

namespace {

using image::GreyImage;

// Below this a picture holds no code whose modules could be told apart.
constexpr int smallest_side_px = 40;
// Filters and the larger scales cost by the pixel; more of them than this are never made.
constexpr double most_filtered_pixels = 13e6;
constexpr double most_enlarged_pixels = 4.5e6;
constexpr double fewest_filtered_pixels = 40e3;

struct Step {
    Filter filter;
    Threshold threshold;
};

// Found by trying all pairs on thousands of spoilt codes and taking, again and again, the pair that
// reads most of those left unread for its time.
constexpr std::array steps{
    Step{Filter::none, Threshold::half},
    Step{Filter::balanced, Threshold::half},
    Step{Filter::none, Threshold::local},
    Step{Filter::averaged, Threshold::half},
    Step{Filter::levelled, Threshold::half},
    Step{Filter::averaged, Threshold::local},
    Step{Filter::averaged_sharpened, Threshold::local},
    Step{Filter::averaged_sharpened, Threshold::half},
    Step{Filter::averaged_levelled, Threshold::local},
    Step{Filter::sharpened, Threshold::half},
    Step{Filter::averaged_sharpened, Threshold::histogram},
    Step{Filter::averaged_levelled, Threshold::half},
    Step{Filter::sharpened, Threshold::local},
    Step{Filter::levelled, Threshold::local},
    Step{Filter::levelled, Threshold::histogram},
    Step{Filter::none, Threshold::histogram},
    Step{Filter::despeckled, Threshold::local},
};

// Sizes at which filters are tried, the one nearest to a megapixel first: there most cameras'
// codes have three to eight pixels a module, which is what the reader likes best.
std::vector<Scale> filter_scales(double pixels) {
    std::vector<Scale> scales;
    for (const Scale scale : {Scale{}, Scale{.enlarge_percent = 150}, Scale{.enlarge_percent = 200},
                              Scale{.enlarge_percent = 300}, Scale{.shrink = 2}, Scale{.shrink = 3},
                              Scale{.shrink = 4}}) {
        const double most =
            scale.enlarge_percent > 100 ? most_enlarged_pixels : most_filtered_pixels;
        const double scaled = scale.pixels_of(pixels);
        if (scaled <= most && scaled >= fewest_filtered_pixels) scales.push_back(scale);
    }
    std::ranges::stable_sort(
        scales, {}, [&](Scale scale) { return std::abs(std::log(scale.pixels_of(pixels) / 1e6)); });
    return scales;
}

std::vector<int> halves(int width_px, int height_px) {
    std::vector<int> factors;
    for (int factor = 1; factor == 1 || std::min(width_px, height_px) / factor >= smallest_side_px;
         factor *= 2) {
        factors.push_back(factor);
    }
    return factors;
}

// Brightness only moves: a fixed threshold then falls where Otsu's would.
GreyImage balanced(const GreyImage& image) {
    std::array<std::uint32_t, 256> histogram{};
    for (const auto grey : image.luminance)
        ++histogram[grey];
    double total = 0;
    for (size_t grey = 0; grey < 256; ++grey)
        total += double(grey) * histogram[grey];
    double below = 0;
    double below_total = 0;
    double best = -1;
    int threshold = 127;
    const auto count = static_cast<double>(image.luminance.size());
    for (size_t grey = 0; grey < 255; ++grey) {
        below += histogram[grey];
        below_total += double(grey) * histogram[grey];
        if (below == 0 || below == count) continue;
        const double apart = below_total / below - (total - below_total) / (count - below);
        const double between = below * (count - below) * apart * apart;
        if (between > best) {
            best = between;
            threshold = static_cast<int>(grey);
        }
    }
    GreyImage out = image;
    for (auto& grey : out.luminance) {
        grey = static_cast<std::uint8_t>(std::clamp(grey + 127 - threshold, 0, 255));
    }
    return out;
}

GreyImage after(Filter filter, const GreyImage& image, Scale scale) {
    // An enlarged picture's noise and blur are enlarged with it.
    const int reach_px = (scale.enlarge_percent + 50) / 100;
    switch (filter) {
        case Filter::none:
            return image;
        case Filter::balanced:
            return balanced(image);
        case Filter::averaged:
            return averaged(image, reach_px);
        case Filter::levelled:
            return levelled(image, 25 * reach_px);
        case Filter::sharpened:
            return sharpened(image, 4 * reach_px, 300);
        case Filter::averaged_levelled:
            return levelled(averaged(image, reach_px), 25 * reach_px);
        case Filter::averaged_sharpened:
            return sharpened(averaged(image, reach_px), 4 * reach_px, 300);
        case Filter::despeckled:
            return despeckled(image);
    }
    return image;
}

GreyImage at_scale(const GreyImage& image, Scale scale) {
    if (scale.enlarge_percent == 100) return image::shrunk(image, scale.shrink);
    return image::resized(image, image.width_px * scale.enlarge_percent / 100,
                          image.height_px * scale.enlarge_percent / 100);
}

} // namespace

double Scale::pixels_of(double pixels) const {
    return pixels * enlarge_percent * enlarge_percent / 1e4 / shrink / shrink;
}

std::vector<Look> still_looks(int width_px, int height_px) {
    std::vector<Look> looks;
    const auto factors = halves(width_px, height_px);
    for (const Ink ink : {Ink::dark_on_light, Ink::light_on_dark}) {
        for (const int factor : factors)
            looks.push_back({.scale = {.shrink = factor}, .ink = ink});
    }
    for (const Scale scale : filter_scales(double(width_px) * height_px)) {
        for (const Step& step : steps) {
            for (const Ink ink : {Ink::dark_on_light, Ink::light_on_dark}) {
                const Look look{
                    .scale = scale, .filter = step.filter, .threshold = step.threshold, .ink = ink};
                if (std::ranges::find(looks, look) == looks.end()) looks.push_back(look);
            }
        }
    }
    return looks;
}

std::vector<Look> live_looks() {
    std::vector<Look> looks;
    const auto add = [&](Look look) {
        for (const Ink ink : {Ink::dark_on_light, Ink::light_on_dark}) {
            look.ink = ink;
            looks.push_back(look);
        }
    };
    add({.formats = Formats::qr, .effort = Effort::quick});
    add({.formats = Formats::code_128, .effort = Effort::quick});
    add({.formats = Formats::data_matrix, .effort = Effort::quick});
    add({.threshold = Threshold::half, .formats = Formats::qr, .effort = Effort::quick});
    add({.filter = Filter::averaged, .formats = Formats::qr});
    add({.filter = Filter::levelled, .threshold = Threshold::half, .formats = Formats::qr});
    add({});
    add({.scale = {.enlarge_percent = 150},
         .filter = Filter::averaged_sharpened,
         .formats = Formats::qr});
    add({.scale = {.enlarge_percent = 200}, .formats = Formats::qr});
    add({.scale = {.shrink = 2}, .filter = Filter::levelled});
    return looks;
}

const GreyImage& LookedAt::scaled(Scale scale) {
    if (scale == Scale{}) return image_;
    if (scaled_to_ != scale) {
        scaled_ = at_scale(image_, scale);
        scaled_to_ = scale;
    }
    return scaled_;
}

const GreyImage& LookedAt::filtered(Scale scale, Filter filter) {
    if (filter == Filter::none) return scaled(scale);
    if (filtered_by_ != filter || filtered_at_ != scale) {
        filtered_ = after(filter, scaled(scale), scale);
        filtered_at_ = scale;
        filtered_by_ = filter;
    }
    return filtered_;
}

std::optional<Reading> LookedAt::read(const Look& look) {
    const GreyImage& picture = filtered(look.scale, look.filter);
    if (look.ink == Ink::light_on_dark) {
        return read_code(inverted(picture), look.threshold, look.formats, look.effort);
    }
    return read_code(picture, look.threshold, look.formats, look.effort);
}

} // namespace rexue::devices
