// A field to sign in with the finger.
#pragma once

#include <string_view>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/widgets/signature.h"

namespace rexue::ui::widgets {

// The pad, and below it what it holds and a button to begin again. The points are kept as they
// are seen, also on a canvas that is mirrored for a language written from right to left. In the
// semantic tree the pad is a field with the value "not signed yet", "too little" or "signed".
void signature_pad(Frame& frame, std::string_view id, const Rect& rect, std::string_view label,
                   Signature& signature);

} // namespace rexue::ui::widgets
