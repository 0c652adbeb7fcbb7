#include "platform/devices/barcode/code_reader.h"

#include <algorithm>
#include <exception>

#include <ReadBarcode.h>

#include "platform/base/utf8.h"

namespace rexue::devices {

namespace {

constexpr int smallest_side_px = 8;

// A Code 128 is read along lines. Two equal lines may be neighbours, blurred into the same
// mistake; this many are a code that one can see.
constexpr int certain_lines = 6;

ZXing::BarcodeFormats outside_formats(Formats formats) {
    using ZXing::BarcodeFormat;
    switch (formats) {
        case Formats::all:
            return BarcodeFormat::QRCode | BarcodeFormat::DataMatrix | BarcodeFormat::Code128;
        case Formats::qr:
            return BarcodeFormat::QRCode;
        case Formats::data_matrix:
            return BarcodeFormat::DataMatrix;
        case Formats::code_128:
            return BarcodeFormat::Code128;
    }
    return BarcodeFormat::QRCode;
}

ZXing::Binarizer outside_binarizer(Threshold threshold) {
    switch (threshold) {
        case Threshold::local:
            return ZXing::Binarizer::LocalAverage;
        case Threshold::histogram:
            return ZXing::Binarizer::GlobalHistogram;
        case Threshold::half:
            return ZXing::Binarizer::FixedThreshold;
    }
    return ZXing::Binarizer::LocalAverage;
}

std::optional<CodeFormat> inside_format(ZXing::BarcodeFormat format) {
    switch (format) {
        case ZXing::BarcodeFormat::QRCode:
            return CodeFormat::qr;
        case ZXing::BarcodeFormat::DataMatrix:
            return CodeFormat::data_matrix;
        case ZXing::BarcodeFormat::Code128:
            return CodeFormat::code_128;
        default:
            return std::nullopt;
    }
}

ZXing::Result read(const image::GreyImage& image, const ZXing::DecodeHints& hints) {
    const ZXing::ImageView view(image.luminance.data(), image.width_px, image.height_px,
                                ZXing::ImageFormat::Lum);
    return ZXing::ReadBarcode(view, hints);
}

} // namespace

std::optional<Reading> read_code(const image::GreyImage& image, Threshold threshold,
                                 Formats formats, Effort effort) {
    if (std::min(image.width_px, image.height_px) < smallest_side_px) return std::nullopt;
    const bool hard = effort == Effort::hard;
    auto hints = ZXing::DecodeHints()
                     .setFormats(outside_formats(formats))
                     .setBinarizer(outside_binarizer(threshold))
                     .setTryHarder(hard)
                     .setTryRotate(hard || formats == Formats::code_128)
                     .setTryDownscale(hard);
    try {
        const ZXing::Result result = read(image, hints);
        if (!result.isValid()) return std::nullopt;
        const auto format = inside_format(result.format());
        if (!format) return std::nullopt;
        Reading reading{.code = {.text = bounded_text(result.text()), .format = *format}};
        if (*format == CodeFormat::code_128) {
            hints.setFormats(ZXing::BarcodeFormat::Code128).setMinLineCount(certain_lines);
            const ZXing::Result again = read(image, hints.setTryHarder(true));
            reading.certain = again.isValid() && again.text() == result.text();
        }
        return reading;
    } catch (const std::exception&) {
        // A picture can make the library stumble; that is a picture without a code.
        return std::nullopt;
    }
}

std::string bounded_text(std::string_view text) {
    std::string sound =
        base::is_valid_utf8(text) ? std::string(text) : base::encode_utf8(base::code_points(text));
    if (sound.size() <= max_code_bytes) return sound;
    size_t length = max_code_bytes;
    const auto continues = [&](size_t at) {
        return (static_cast<unsigned char>(sound[at]) & 0xC0U) == 0x80U;
    };
    while (length > 0 && continues(length))
        --length;
    sound.resize(length);
    return sound;
}

} // namespace rexue::devices
