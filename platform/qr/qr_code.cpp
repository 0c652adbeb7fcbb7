#include "platform/qr/qr_code.h"

#include <exception>
#include <string>

#include <BarcodeFormat.h>
#include <BitMatrix.h>
#include <CharacterSet.h>
#include <MultiFormatWriter.h>

#include "platform/base/utf8.h"

namespace rexue::qr {

namespace {

// ZXing takes 0 … 8; for QR codes 3 chooses level M and 5 level Q.
int zxing_level(Level level) {
    return level == Level::q ? 5 : 3;
}

bool is_ascii(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return true;
}

} // namespace

base::Result<QrCode> encode(std::string_view utf8, Level level) {
    if (utf8.empty() || !base::is_valid_utf8(utf8)) {
        return base::fail(base::ErrorCode::invalid_argument, "nothing a QR code can hold");
    }
    if (utf8.size() > max_content_bytes) {
        return base::fail(base::ErrorCode::limit_exceeded, "too long for a QR code");
    }
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setMargin(0).setEccLevel(zxing_level(level));
        // Naming the character set costs twelve bits and some readers stumble over it: only where
        // it says something.
        if (!is_ascii(utf8)) writer.setEncoding(ZXing::CharacterSet::UTF8);
        const ZXing::BitMatrix matrix = writer.encode(std::string(utf8), 0, 0);
        QrCode code{.side_modules = matrix.width(), .dark = {}};
        code.dark.reserve(static_cast<size_t>(matrix.width()) *
                          static_cast<size_t>(matrix.height()));
        for (int row = 0; row < matrix.height(); ++row) {
            for (int column = 0; column < matrix.width(); ++column) {
                code.dark.push_back(matrix.get(column, row));
            }
        }
        return code;
    } catch (const std::exception&) {
        return base::fail(base::ErrorCode::internal, "the QR code could not be made");
    }
}

} // namespace rexue::qr
