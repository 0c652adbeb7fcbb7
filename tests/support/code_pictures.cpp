#include "tests/support/code_pictures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

#include <BitMatrix.h>
#include <MultiFormatWriter.h>
#include <ReadBarcode.h>
#include <TextUtfEncoding.h>
#include <turbojpeg.h>

#include "platform/base/error.h"
#include "platform/image/resample.h"

namespace rexue::support {

namespace {

using devices::CodeFormat;
using image::GreyImage;

constexpr std::uint8_t paper_grey = 230;

GreyImage blank(int width_px, int height_px, std::uint8_t grey) {
    return {.width_px = width_px,
            .height_px = height_px,
            .luminance = std::vector<std::uint8_t>(size_t(width_px) * size_t(height_px), grey)};
}

std::uint8_t grey_of(double value) {
    return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
}

ZXing::BarcodeFormat outside_format(CodeFormat format) {
    switch (format) {
        case CodeFormat::qr:
            return ZXing::BarcodeFormat::QRCode;
        case CodeFormat::data_matrix:
            return ZXing::BarcodeFormat::DataMatrix;
        case CodeFormat::code_128:
            return ZXing::BarcodeFormat::Code128;
    }
    return ZXing::BarcodeFormat::None;
}

int quiet_modules(CodeFormat format) {
    return format == CodeFormat::data_matrix ? 3 : 4;
}

// From a pixel of the picture to modules of the code: turned and tilted about the middle.
class View {
  public:
    View(const Scene& scene, const ZXing::BitMatrix& code)
        : scene_(scene),
          cosine_(std::cos(scene.turned_degrees * std::numbers::pi / 180)),
          sine_(std::sin(scene.turned_degrees * std::numbers::pi / 180)),
          half_px_(scene.module_px * code.width() / 2),
          middle_x_(code.width() / 2.0),
          middle_y_(code.height() / 2.0) {}

    std::array<double, 2> module_at(double x_px, double y_px) const {
        const double dx = x_px - scene_.width_px / 2.0;
        const double dy = y_px - scene_.height_px / 2.0;
        const double u = cosine_ * dx + sine_ * dy;
        const double v = cosine_ * dy - sine_ * dx;
        // Perspective: the scale falls along u so that both sides' lengths are as `tilt` says.
        const double slope = scene_.tilt / (2.0 - scene_.tilt) / half_px_;
        const double depth = std::max(0.05, 1.0 - slope * u);
        return {middle_x_ + u / depth / scene_.module_px, middle_y_ + v / depth / scene_.module_px};
    }

  private:
    const Scene& scene_;
    double cosine_;
    double sine_;
    double half_px_;
    double middle_x_;
    double middle_y_;
};

GreyImage drawn(const ZXing::BitMatrix& code, int quiet, const Scene& scene) {
    constexpr int samples = 3;
    GreyImage out = scene.background == Background::textured
                        ? room_picture(scene.width_px, scene.height_px, scene.seed)
                        : blank(scene.width_px, scene.height_px, paper_grey);
    const bool inverted = scene.ink == Ink::light_on_dark;
    if (inverted && scene.background == Background::plain) {
        std::ranges::fill(out.luminance, std::uint8_t{20});
    }
    const View view(scene, code);
    const double light = 127.5 + 112.5 * scene.contrast;
    const double dark = 127.5 - 112.5 * scene.contrast;
    for (int y = 0; y < scene.height_px; ++y) {
        for (int x = 0; x < scene.width_px; ++x) {
            std::uint8_t& pixel = out.luminance[size_t(y) * size_t(scene.width_px) + size_t(x)];
            double sum = 0;
            for (int i = 0; i < samples * samples; ++i) {
                const auto [column, row] = view.module_at(
                    x + (i % samples + 0.5) / samples, y + (double(i / samples) + 0.5) / samples);
                const auto in = [](double at, int size, int edge) {
                    return at >= -edge && at < size + edge;
                };
                if (!in(column, code.width(), quiet) || !in(row, code.height(), quiet)) {
                    sum += pixel;
                } else {
                    const bool set = in(column, code.width(), 0) && in(row, code.height(), 0) &&
                                     code.get(int(column), int(row));
                    sum += set != inverted ? dark : light;
                }
            }
            pixel = grey_of(sum / (samples * samples));
        }
    }
    return out;
}

// One direction of a separable filter; `step` is 1 along rows, the width along columns.
void smear(GreyImage& image, const std::vector<double>& kernel, bool along_rows) {
    const GreyImage from = image;
    const int reach = int(kernel.size()) / 2;
    for (int y = 0; y < image.height_px; ++y) {
        for (int x = 0; x < image.width_px; ++x) {
            double sum = 0;
            for (int k = -reach; k <= reach; ++k) {
                const int sx = along_rows ? std::clamp(x + k, 0, image.width_px - 1) : x;
                const int sy = along_rows ? y : std::clamp(y + k, 0, image.height_px - 1);
                sum += kernel[size_t(k + reach)] *
                       from.luminance[size_t(sy) * size_t(image.width_px) + size_t(sx)];
            }
            image.luminance[size_t(y) * size_t(image.width_px) + size_t(x)] = grey_of(sum);
        }
    }
}

void blur(GreyImage& image, double sigma_px) {
    const int reach = std::max(1, int(std::ceil(3 * sigma_px)));
    std::vector<double> kernel;
    double total = 0;
    for (int k = -reach; k <= reach; ++k) {
        kernel.push_back(std::exp(-k * k / (2 * sigma_px * sigma_px)));
        total += kernel.back();
    }
    for (double& weight : kernel)
        weight /= total;
    smear(image, kernel, true);
    smear(image, kernel, false);
}

void light_up(GreyImage& image, const Scene& scene, std::mt19937& random) {
    std::normal_distribution<double> grain(0.0, std::max(scene.noise, 1e-9));
    std::uniform_real_distribution<double> place(-0.2, 0.2);
    const double spot_x = image.width_px * (0.5 + place(random));
    const double spot_y = image.height_px * (0.5 + place(random));
    const double spot_px = image.height_px * 0.3;
    for (int y = 0; y < image.height_px; ++y) {
        for (int x = 0; x < image.width_px; ++x) {
            std::uint8_t& pixel = image.luminance[size_t(y) * size_t(image.width_px) + size_t(x)];
            double value = pixel;
            value *= 1.0 - scene.shadow * std::clamp(3.0 * x / image.width_px - 1.0, 0.0, 1.0);
            value *= 1.0 - scene.moire * 0.5 * (1 + std::sin(0.9 * x + 0.35 * y));
            const double distance = std::hypot(x - spot_x, y - spot_y) / spot_px;
            value += scene.glare * 300.0 * std::exp(-distance * distance);
            if (scene.noise > 0) value += grain(random);
            pixel = grey_of(value);
        }
    }
}

GreyImage seen(const ZXing::BitMatrix& code, int quiet, const Scene& scene) {
    GreyImage out = drawn(code, quiet, scene);
    if (scene.blur_px > 0) blur(out, scene.blur_px);
    if (scene.motion_px >= 2) {
        const size_t length = size_t(scene.motion_px) | 1U;
        smear(out, std::vector<double>(length, 1.0 / double(length)), true);
    }
    std::mt19937 random(scene.seed);
    light_up(out, scene, random);
    return out;
}

} // namespace

GreyImage code_picture(CodeFormat format, std::string_view text, const Scene& scene) {
    ZXing::MultiFormatWriter writer(outside_format(format));
    writer.setMargin(0);
    if (format == CodeFormat::qr) writer.setEncoding(ZXing::CharacterSet::UTF8);
    const int height = format == CodeFormat::code_128 ? 40 : 0;
    const auto code = writer.encode(ZXing::TextUtfEncoding::FromUtf8(std::string(text)), 0, height);
    return seen(code, quiet_modules(format), scene);
}

GreyImage binary_code_picture(const std::string& bytes, const Scene& scene) {
    // Latin 1 is the one encoding in which every byte is a character of its own.
    std::wstring characters;
    for (const unsigned char byte : bytes)
        characters.push_back(wchar_t(byte));
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setMargin(0).setEncoding(ZXing::CharacterSet::ISO8859_1);
    return seen(writer.encode(characters, 0, 0), quiet_modules(CodeFormat::qr), scene);
}

GreyImage noise_picture(int width_px, int height_px, unsigned seed) {
    GreyImage out = blank(width_px, height_px, 0);
    std::mt19937 random(seed);
    for (auto& pixel : out.luminance)
        pixel = static_cast<std::uint8_t>(random() >> 24U);
    return out;
}

namespace {

void fill_box(GreyImage& image, int left, int top, int width, int height, int grey) {
    for (int y = std::max(0, top); y < std::min(image.height_px, top + height); ++y) {
        for (int x = std::max(0, left); x < std::min(image.width_px, left + width); ++x) {
            image.luminance[size_t(y) * size_t(image.width_px) + size_t(x)] = grey_of(grey);
        }
    }
}

int between(std::mt19937& random, int low, int high) {
    return low + int(random() % unsigned(high - low + 1));
}

// A few words of upright strokes and crossbars, as small print looks from afar.
void print_lines(GreyImage& image, int left, int top, int width, int lines, int ink,
                 std::mt19937& random) {
    const int size = between(random, 7, 22);
    for (int line = 0; line < lines; ++line) {
        for (int x = left; x < left + width; x += size) {
            if (random() % 6 == 0) continue;
            const int y = top + line * size * 3 / 2;
            const int pen = std::max(1, size / 7);
            for (unsigned stroke = 0; stroke < 2 + random() % 3; ++stroke) {
                const int at = between(random, 0, size * 3 / 4);
                if (random() % 2 == 0) {
                    fill_box(image, x + at, y, pen, size, ink);
                } else {
                    fill_box(image, x, y + at, size * 3 / 4, pen, ink);
                }
            }
        }
    }
}

} // namespace

GreyImage room_picture(int width_px, int height_px, unsigned seed) {
    std::mt19937 random(seed * 7919U + 17U);
    GreyImage out = blank(width_px, height_px, 0);
    for (int y = 0; y < height_px; ++y) {
        for (int x = 0; x < width_px; ++x) {
            out.luminance[size_t(y) * size_t(width_px) + size_t(x)] =
                grey_of(90 + 70.0 * x / width_px + 40.0 * y / height_px);
        }
    }
    for (int i = 0; i < 14; ++i) {
        fill_box(out, between(random, -50, width_px), between(random, -50, height_px),
                 between(random, 20, width_px / 3), between(random, 10, height_px / 2),
                 between(random, 20, 235));
    }
    for (int i = 0; i < 6; ++i) {
        print_lines(out, between(random, 0, width_px), between(random, 0, height_px), width_px / 4,
                    4, between(random, 10, 90), random);
    }
    blur(out, 1.0);
    std::normal_distribution<double> grain(0.0, 3.0);
    for (auto& pixel : out.luminance)
        pixel = grey_of(pixel + grain(random));
    return out;
}

GreyImage print_picture(int width_px, int height_px, unsigned seed) {
    std::mt19937 random(seed * 104'729U + 5U);
    GreyImage out = blank(width_px, height_px, paper_grey);
    for (int top = 10; top < height_px; top += height_px / 4) {
        print_lines(out, 10, top, width_px - 20, 5, between(random, 10, 60), random);
    }
    for (int i = 0; i < 3; ++i) {
        int x = between(random, 0, width_px / 2);
        const int y = between(random, 0, height_px);
        while (x < width_px) { // bars of random widths: nearly a linear code
            const int bar = between(random, 1, 8);
            fill_box(out, x, y, bar, height_px / 6, 20);
            x += bar + between(random, 1, 8);
        }
    }
    return out;
}

std::vector<std::byte> jpeg_of(const GreyImage& image, int quality) {
    const tjhandle encoder = tjInitCompress();
    REXUE_ASSERT(encoder != nullptr);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    // Cameras send colour: grey planes alone would make decoding look cheaper than it is.
    std::vector<std::uint8_t> rgb(image.luminance.size() * 3);
    for (size_t i = 0; i < rgb.size(); ++i)
        rgb[i] = image.luminance[i / 3];
    const int failed = tjCompress2(encoder, rgb.data(), image.width_px, 0, image.height_px,
                                   TJPF_RGB, &bytes, &size, TJSAMP_422, quality, 0);
    REXUE_ASSERT(failed == 0);
    const auto* from = reinterpret_cast<const std::byte*>(bytes);
    std::vector<std::byte> result(from, from + size);
    tjFree(bytes);
    tjDestroy(encoder);
    return result;
}

std::string plain_zxing_text(const GreyImage& image) {
    const auto formats = ZXing::BarcodeFormat::QRCode | ZXing::BarcodeFormat::DataMatrix |
                         ZXing::BarcodeFormat::Code128;
    const auto hints =
        ZXing::DecodeHints().setFormats(formats).setTryHarder(true).setTryRotate(true);
    constexpr int smallest_px = 64;
    for (int factor = 1;
         factor == 1 || std::min(image.width_px, image.height_px) / factor >= smallest_px;
         factor *= 2) {
        const GreyImage view = image::shrunk(image, factor);
        const auto result =
            ZXing::ReadBarcode(ZXing::ImageView(view.luminance.data(), view.width_px,
                                                view.height_px, ZXing::ImageFormat::Lum),
                               hints);
        if (result.isValid()) return result.text();
    }
    return "";
}

} // namespace rexue::support
