#include "platform/devices/barcode/barcode_scanner.h"
#include "platform/devices/barcode/evidence.h"
#include "platform/devices/barcode/look.h"

namespace rexue::devices {

const char* to_string(CodeFormat format) {
    switch (format) {
        case CodeFormat::qr:
            return "qr";
        case CodeFormat::data_matrix:
            return "data_matrix";
        case CodeFormat::code_128:
            return "code_128";
    }
    return "";
}

std::optional<ScannedCode> find_code(const image::GreyImage& image,
                                     std::chrono::milliseconds budget) {
    const auto end = std::chrono::steady_clock::now() + budget;
    LookedAt picture(image);
    Evidence evidence;
    for (const Look& look : still_looks(image.width_px, image.height_px)) {
        auto reading = picture.read(look);
        if (reading && evidence.add(*reading, look)) return std::move(reading->code);
        if (std::chrono::steady_clock::now() >= end) break;
    }
    return evidence.last_resort();
}

} // namespace rexue::devices
