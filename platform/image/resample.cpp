#include "platform/image/resample.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <vector>

#include "platform/base/error.h"

namespace rexue::image {

namespace {

GreyImage blank(int width_px, int height_px, std::uint8_t grey) {
    return {.width_px = width_px,
            .height_px = height_px,
            .luminance = std::vector<std::uint8_t>(size_t(width_px) * size_t(height_px), grey)};
}

// For one output coordinate: the two input coordinates around it, and the second one's weight.
struct Tap {
    int first = 0;
    int second = 0;
    int weight = 0; // of 256
};

std::vector<Tap> taps(int from_px, int to_px) {
    std::vector<Tap> result(static_cast<size_t>(to_px));
    const double step = double(from_px) / double(to_px);
    for (int i = 0; i < to_px; ++i) {
        const double at = std::clamp((i + 0.5) * step - 0.5, 0.0, double(from_px - 1));
        const int first = static_cast<int>(at);
        result[size_t(i)] = {.first = first,
                             .second = std::min(first + 1, from_px - 1),
                             .weight = static_cast<int>((at - first) * 256.0)};
    }
    return result;
}

} // namespace

GreyImage shrunk(const GreyImage& image, int factor) {
    REXUE_ASSERT(factor >= 1);
    if (factor == 1) return image;
    GreyImage out = blank(image.width_px / factor, image.height_px / factor, 0);
    const auto columns = static_cast<size_t>(out.width_px);
    std::vector<std::uint32_t> sums(columns);
    const auto area = static_cast<std::uint32_t>(factor * factor);
    for (int y = 0; y < out.height_px; ++y) {
        std::fill(sums.begin(), sums.end(), area / 2);
        for (int dy = 0; dy < factor; ++dy) {
            const std::uint8_t* in =
                image.luminance.data() + size_t(y * factor + dy) * size_t(image.width_px);
            for (size_t x = 0; x < columns; ++x) {
                for (int dx = 0; dx < factor; ++dx)
                    sums[x] += *in++;
            }
        }
        std::uint8_t* row = out.luminance.data() + size_t(y) * columns;
        for (size_t x = 0; x < columns; ++x)
            row[x] = static_cast<std::uint8_t>(sums[x] / area);
    }
    return out;
}

GreyImage resized(const GreyImage& image, int width_px, int height_px) {
    REXUE_ASSERT(width_px >= 1 && height_px >= 1);
    if (image.luminance.empty()) return blank(width_px, height_px, 0);
    GreyImage out = blank(width_px, height_px, 0);
    const auto columns = taps(image.width_px, width_px);
    const auto rows = taps(image.height_px, height_px);
    for (int y = 0; y < height_px; ++y) {
        const Tap& row = rows[size_t(y)];
        const std::uint8_t* upper = &image.luminance[size_t(row.first) * size_t(image.width_px)];
        const std::uint8_t* lower = &image.luminance[size_t(row.second) * size_t(image.width_px)];
        std::uint8_t* to = &out.luminance[size_t(y) * size_t(width_px)];
        for (int x = 0; x < width_px; ++x) {
            const Tap& tap = columns[size_t(x)];
            const int above =
                upper[tap.first] * (256 - tap.weight) + upper[tap.second] * tap.weight;
            const int below =
                lower[tap.first] * (256 - tap.weight) + lower[tap.second] * tap.weight;
            to[x] = static_cast<std::uint8_t>(
                (above * (256 - row.weight) + below * row.weight + 32'768) >> 16);
        }
    }
    return out;
}

GreyImage turned(const GreyImage& image, int degrees) {
    constexpr std::uint8_t paper = 255;
    if (image.luminance.empty()) return image;
    const double angle = degrees * std::numbers::pi / 180;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    const auto span = [](double along, double across) {
        return static_cast<int>(std::ceil(std::abs(along) + std::abs(across) - 1e-6));
    };
    GreyImage out = blank(span(image.width_px * cosine, image.height_px * sine),
                          span(image.width_px * sine, image.height_px * cosine), paper);
    const auto pixel = [&](int x, int y) {
        return int(image.luminance[size_t(y) * size_t(image.width_px) + size_t(x)]);
    };
    for (int y = 0; y < out.height_px; ++y) {
        const double dy = y + 0.5 - out.height_px / 2.0;
        for (int x = 0; x < out.width_px; ++x) {
            const double dx = x + 0.5 - out.width_px / 2.0;
            const double from_x = cosine * dx + sine * dy + image.width_px / 2.0 - 0.5;
            const double from_y = cosine * dy - sine * dx + image.height_px / 2.0 - 0.5;
            const int left = static_cast<int>(std::floor(from_x));
            const int top = static_cast<int>(std::floor(from_y));
            if (left < 0 || top < 0 || left + 1 >= image.width_px || top + 1 >= image.height_px) {
                continue;
            }
            const int right_weight = static_cast<int>((from_x - left) * 256);
            const int lower_weight = static_cast<int>((from_y - top) * 256);
            const int above =
                pixel(left, top) * (256 - right_weight) + pixel(left + 1, top) * right_weight;
            const int below = pixel(left, top + 1) * (256 - right_weight) +
                              pixel(left + 1, top + 1) * right_weight;
            out.luminance[size_t(y) * size_t(out.width_px) + size_t(x)] = static_cast<std::uint8_t>(
                (above * (256 - lower_weight) + below * lower_weight) >> 16);
        }
    }
    return out;
}

GreyImage fitted(const GreyImage& image, int width_px, int height_px) {
    constexpr std::uint8_t bar_grey = 128;
    if (image.width_px == width_px && image.height_px == height_px) return image;
    GreyImage out = blank(width_px, height_px, bar_grey);
    if (image.luminance.empty()) return out;
    const double scale =
        std::min(double(width_px) / image.width_px, double(height_px) / image.height_px);
    // Bilinear taps skip pixels below half size; the mean of blocks comes first then.
    const int longest_block = std::min(image.width_px, image.height_px);
    const GreyImage near = shrunk(image, std::clamp(int(1.0 / scale), 1, longest_block));
    const int inner_width_px = std::clamp(int(std::lround(image.width_px * scale)), 1, width_px);
    const int inner_height_px = std::clamp(int(std::lround(image.height_px * scale)), 1, height_px);
    const GreyImage inner = resized(near, inner_width_px, inner_height_px);
    const int left_px = (width_px - inner_width_px) / 2;
    const int top_px = (height_px - inner_height_px) / 2;
    for (int y = 0; y < inner_height_px; ++y) {
        std::memcpy(&out.luminance[size_t(top_px + y) * size_t(width_px) + size_t(left_px)],
                    &inner.luminance[size_t(y) * size_t(inner_width_px)], size_t(inner_width_px));
    }
    return out;
}

} // namespace rexue::image
