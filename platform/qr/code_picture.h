// A QR code as a picture to print or to hold before a camera.
#pragma once

#include "platform/image/grey_image.h"
#include "platform/qr/qr_code.h"

namespace rexue::qr {

// Eight pixels a module, with the quiet zone.
image::GreyImage picture_of(const QrCode& code);

} // namespace rexue::qr
