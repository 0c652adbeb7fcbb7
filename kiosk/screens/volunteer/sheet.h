// A sheet to take along: what the card gives here, and how to use it. No name, no number.
#pragma once

#include "kiosk/flow/volunteer/session.h"
#include "platform/image/grey_image.h"

namespace rexue::screens::volunteer {

// 72 mm wide, 8 px a mm, black and white, in the language shown.
image::GreyImage draw_sheet(const flow::volunteer::Session& session, base::Instant printed_at);

} // namespace rexue::screens::volunteer
