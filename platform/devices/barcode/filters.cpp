#include "platform/devices/barcode/filters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

namespace rexue::devices {

namespace {

using image::GreyImage;

GreyImage same_size(const GreyImage& image) {
    return {.width_px = image.width_px,
            .height_px = image.height_px,
            .luminance = std::vector<std::uint8_t>(image.luminance.size())};
}

// Runs down the picture keeping, for every column, the sum over the rows within reach; calls
// `row_done(y, sums, rows)` for each row.
template <typename Value, typename RowDone>
void sum_columns(const GreyImage& image, int reach_px, Value value, RowDone row_done) {
    const auto width = static_cast<size_t>(image.width_px);
    std::vector<std::uint32_t> sums(width, 0);
    const auto row_of = [&](int y) { return image.luminance.data() + size_t(y) * width; };
    const auto add = [&](int y) {
        const std::uint8_t* row = row_of(y);
        for (size_t x = 0; x < width; ++x)
            sums[x] += value(row[x]);
    };
    const auto remove = [&](int y) {
        const std::uint8_t* row = row_of(y);
        for (size_t x = 0; x < width; ++x)
            sums[x] -= value(row[x]);
    };
    for (int y = 0; y < std::min(reach_px, image.height_px); ++y)
        add(y);
    for (int y = 0; y < image.height_px; ++y) {
        if (y + reach_px < image.height_px) add(y + reach_px);
        if (y - reach_px - 1 >= 0) remove(y - reach_px - 1);
        const int rows =
            std::min(y + reach_px, image.height_px - 1) - std::max(0, y - reach_px) + 1;
        row_done(y, sums, rows);
    }
}

// Calls `each(x, sum, columns)` with the sum of `sums` over the columns within reach.
template <typename Each>
void sum_rows(const std::vector<std::uint32_t>& sums, int reach_px, Each each) {
    const int width_px = static_cast<int>(sums.size());
    std::uint64_t sum = 0;
    for (int x = 0; x < std::min(reach_px, width_px); ++x)
        sum += sums[size_t(x)];
    for (int x = 0; x < width_px; ++x) {
        if (x + reach_px < width_px) sum += sums[size_t(x) + size_t(reach_px)];
        if (x - reach_px - 1 >= 0) sum -= sums[size_t(x - reach_px - 1)];
        const int columns = std::min(x + reach_px, width_px - 1) - std::max(0, x - reach_px) + 1;
        each(x, sum, columns);
    }
}

std::uint8_t middle_of_five(std::array<std::uint8_t, 5> v) {
    const auto order = [&](size_t a, size_t b) {
        const auto low = std::min(v[a], v[b]);
        v[b] = std::max(v[a], v[b]);
        v[a] = low;
    };
    order(0, 1);
    order(3, 4);
    order(0, 3); // v[0] is now the least, v[4] or v[1] the greatest of the four
    order(1, 4);
    order(1, 2);
    order(2, 3);
    order(1, 2);
    return v[2];
}

} // namespace

GreyImage inverted(const GreyImage& image) {
    GreyImage out = same_size(image);
    for (size_t i = 0; i < out.luminance.size(); ++i) {
        out.luminance[i] = static_cast<std::uint8_t>(255 - image.luminance[i]);
    }
    return out;
}

GreyImage averaged(const GreyImage& image, int reach_px) {
    GreyImage out = same_size(image);
    const auto itself = [](std::uint8_t value) { return std::uint32_t(value); };
    sum_columns(image, reach_px, itself, [&](int y, const auto& sums, int rows) {
        std::uint8_t* to = out.luminance.data() + size_t(y) * size_t(image.width_px);
        sum_rows(sums, reach_px, [&](int x, std::uint64_t sum, int columns) {
            const auto count = static_cast<std::uint32_t>(rows * columns);
            to[x] =
                static_cast<std::uint8_t>((static_cast<std::uint32_t>(sum) + count / 2) / count);
        });
    });
    return out;
}

GreyImage despeckled(const GreyImage& image) {
    const int width_px = image.width_px;
    const int height_px = image.height_px;
    const auto width = static_cast<size_t>(width_px);
    GreyImage across = same_size(image);
    for (int y = 0; y < height_px; ++y) {
        const std::uint8_t* from = image.luminance.data() + size_t(y) * width;
        std::uint8_t* to = across.luminance.data() + size_t(y) * width;
        for (int x = 0; x < width_px; ++x) {
            const auto at = [&](int dx) { return from[std::clamp(x + dx, 0, width_px - 1)]; };
            to[x] = middle_of_five({at(-2), at(-1), at(0), at(1), at(2)});
        }
    }
    GreyImage out = same_size(image);
    for (int y = 0; y < height_px; ++y) {
        const auto row = [&](int dy) {
            return across.luminance.data() + size_t(std::clamp(y + dy, 0, height_px - 1)) * width;
        };
        const std::array<const std::uint8_t*, 5> rows{row(-2), row(-1), row(0), row(1), row(2)};
        std::uint8_t* to = out.luminance.data() + size_t(y) * width;
        for (size_t x = 0; x < width; ++x) {
            to[x] = middle_of_five({rows[0][x], rows[1][x], rows[2][x], rows[3][x], rows[4][x]});
        }
    }
    return out;
}

GreyImage sharpened(const GreyImage& image, int reach_px, int gain_percent) {
    GreyImage out = averaged(image, reach_px);
    for (size_t i = 0; i < out.luminance.size(); ++i) {
        const int value = image.luminance[i];
        const int raised = value + (value - out.luminance[i]) * gain_percent / 100;
        out.luminance[i] = static_cast<std::uint8_t>(std::clamp(raised, 0, 255));
    }
    return out;
}

GreyImage levelled(const GreyImage& image, int reach_px) {
    // Mean ± 1.5 standard deviations becomes 0 … 255; below `calm` a neighbourhood is blank paper,
    // whose grain must not become a pattern.
    constexpr float spread = 1.5F;
    constexpr float calm = 6.0F;
    GreyImage out = same_size(image);
    const GreyImage mean = averaged(image, reach_px);
    const auto square = [](std::uint8_t value) { return std::uint32_t(value) * value; };
    sum_columns(image, reach_px, square, [&](int y, const auto& sums, int rows) {
        const size_t row = size_t(y) * size_t(image.width_px);
        sum_rows(sums, reach_px, [&](int x, std::uint64_t sum, int columns) {
            const size_t at = row + size_t(x);
            const auto average = static_cast<float>(mean.luminance[at]);
            const float variance =
                static_cast<float>(sum) / static_cast<float>(rows * columns) - average * average;
            const float deviation = std::max(calm, std::sqrt(std::max(0.0F, variance)));
            const float value = 127.5F + (static_cast<float>(image.luminance[at]) - average) *
                                             127.5F / (spread * deviation);
            out.luminance[at] = static_cast<std::uint8_t>(std::clamp(value, 0.0F, 255.0F));
        });
    });
    return out;
}

} // namespace rexue::devices
