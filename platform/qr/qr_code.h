// Text as a QR code, ready to be drawn: the writing half of ZXing, wrapped.
#pragma once

#include <string_view>
#include <vector>

#include "platform/base/error.h"

namespace rexue::qr {

inline constexpr size_t max_content_bytes = 1'200;
// What ISO/IEC 18004 wants to be left light on every side.
inline constexpr int quiet_zone_modules = 4;

// A square of modules, without the quiet zone.
struct QrCode {
    int side_modules = 0;
    std::vector<bool> dark; // rows from the top, side_modules each

    // 1 … 40 of ISO/IEC 18004.
    int version() const { return (side_modules - 17) / 4; }
    bool is_dark(int column, int row) const {
        return dark[static_cast<size_t>(row) * static_cast<size_t>(side_modules) +
                    static_cast<size_t>(column)];
    }
};

// How much of the code may be hidden: some 15 % (M) for a slip that was folded or a screen with a
// reflection, some 25 % (Q) for a card that is carried for years.
enum class Level { m, q };

// UTF-8 is kept as it is; a text of digits, capital letters and " $%*+-./:" alone takes 5.5 bits a
// character. invalid_argument for nothing or malformed UTF-8, limit_exceeded past
// max_content_bytes.
base::Result<QrCode> encode(std::string_view utf8, Level level = Level::m);

} // namespace rexue::qr
