#include "platform/devices/barcode/look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>

#include "platform/devices/barcode/filters.h"
#include "platform/image/resample.h"

namespace rexue::devices {

namespace {

using image::GreyImage;

// Below this a picture holds no code whose modules could be told apart.
constexpr int smallest_side_px = 40;
// Filters and the larger views cost by the pixel; more of them than this are never made.
constexpr double most_filtered_pixels = 13e6;
constexpr double most_enlarged_pixels = 4.5e6;
constexpr double fewest_filtered_pixels = 40e3;

constexpr std::array inks{Ink::dark_on_light, Ink::light_on_dark};

struct Step {
    Filter filter;
    Threshold threshold;
};

// Found by trying all pairs on hundreds of spoilt codes and taking, again and again, the pair that
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

constexpr size_t fruitful_steps = 8;

// Sizes at which filters are tried, the one nearest to a megapixel first: there most cameras'
// codes have three to eight pixels a module, which is what the reader likes best.
std::vector<View> filter_views(double pixels) {
    std::vector<View> views;
    for (const View view :
         {View{}, View{.enlarge_percent = 150}, View{.enlarge_percent = 200},
          View{.enlarge_percent = 300}, View{.shrink = 2}, View{.shrink = 3}, View{.shrink = 4}}) {
        const double most =
            view.enlarge_percent > 100 ? most_enlarged_pixels : most_filtered_pixels;
        const double viewed = view.pixels_of(pixels);
        if (viewed <= most && viewed >= fewest_filtered_pixels) views.push_back(view);
    }
    std::ranges::stable_sort(
        views, {}, [&](View view) { return std::abs(std::log(view.pixels_of(pixels) / 1e6)); });
    return views;
}

std::vector<int> halves(int width_px, int height_px) {
    std::vector<int> factors;
    for (int factor = 1; factor == 1 || std::min(width_px, height_px) / factor >= smallest_side_px;
         factor *= 2) {
        factors.push_back(factor);
    }
    return factors;
}

void append_steps(std::vector<Look>& looks, View view, std::span<const Step> some) {
    for (const Step& step : some) {
        for (const Ink ink : inks) {
            const Look look{
                .view = view, .filter = step.filter, .threshold = step.threshold, .ink = ink};
            if (std::ranges::find(looks, look) == looks.end()) looks.push_back(look);
        }
    }
}

// A linear code is read along rows and columns only; held askew, no row crosses all of its bars.
void append_turned(std::vector<Look>& looks, View view, int width_px, int height_px) {
    // A long thin picture fills a huge square when it is turned, nearly all of it blank.
    const double diagonal = std::hypot(double(width_px), double(height_px));
    if (view.pixels_of(diagonal * diagonal) > most_filtered_pixels) return;
    for (const int degrees : {30, 60, 15, 45, 75}) {
        view.turn_degrees = degrees;
        for (const Ink ink : inks) {
            looks.push_back({.view = view, .ink = ink, .formats = Formats::code_128});
        }
    }
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

GreyImage after(Filter filter, const GreyImage& image, View view) {
    // An enlarged picture's noise and blur are enlarged with it.
    const int reach_px = (view.enlarge_percent + 50) / 100;
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

GreyImage from_view(const GreyImage& image, View view) {
    GreyImage seen = view.enlarge_percent == 100
                         ? image::shrunk(image, view.shrink)
                         : image::resized(image, image.width_px * view.enlarge_percent / 100,
                                          image.height_px * view.enlarge_percent / 100);
    return view.turn_degrees == 0 ? seen : image::turned(seen, view.turn_degrees);
}

} // namespace

double View::pixels_of(double pixels) const {
    return pixels * enlarge_percent * enlarge_percent / 1e4 / shrink / shrink;
}

std::vector<Look> still_looks(int width_px, int height_px) {
    std::vector<Look> looks;
    for (const Ink ink : inks) {
        for (const int factor : halves(width_px, height_px)) {
            looks.push_back({.view = {.shrink = factor}, .ink = ink});
        }
    }
    const auto views = filter_views(double(width_px) * height_px);
    // The fruitful steps at every size come before the others at any.
    const std::span all(steps);
    for (const View view : views) {
        append_steps(looks, view, all.first(fruitful_steps));
        if (view == views.front()) append_turned(looks, view, width_px, height_px);
    }
    for (const View view : views)
        append_steps(looks, view, all.subspan(fruitful_steps));
    return looks;
}

std::vector<Look> live_looks() {
    std::vector<Look> looks;
    const auto add = [&](Look look) {
        for (const Ink ink : inks) {
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
    add({.view = {.enlarge_percent = 150},
         .filter = Filter::averaged_sharpened,
         .formats = Formats::qr});
    add({.view = {.enlarge_percent = 200}, .formats = Formats::qr});
    add({.view = {.shrink = 2}, .filter = Filter::levelled});
    return looks;
}

const GreyImage& LookedAt::viewed(View view) {
    if (view == View{}) return image_;
    if (viewed_from_ != view) {
        viewed_ = from_view(image_, view);
        viewed_from_ = view;
    }
    return viewed_;
}

const GreyImage& LookedAt::filtered(View view, Filter filter) {
    if (filter == Filter::none) return viewed(view);
    if (filtered_by_ != filter || filtered_from_ != view) {
        filtered_ = after(filter, viewed(view), view);
        filtered_from_ = view;
        filtered_by_ = filter;
    }
    return filtered_;
}

std::optional<Reading> LookedAt::read(const Look& look) {
    const GreyImage& picture = filtered(look.view, look.filter);
    if (look.ink == Ink::light_on_dark) {
        return read_code(inverted(picture), look.threshold, look.formats, look.effort);
    }
    return read_code(picture, look.threshold, look.formats, look.effort);
}

} // namespace rexue::devices
