// A signature as the record keeps it.
#pragma once

#include "kiosk/flow/donor/visit.h"
#include "kiosk/ui/widgets/signature.h"

namespace rexue::app {

// Strokes as JSON in hundredths of a millimetre, and a picture of them as PNG in Base64: cut to
// what was drawn, black on white, 4 px a millimetre. Empty for one that is not signed; without the
// picture when it cannot be made.
flow::donor::DrawnSignature record_signature(const ui::widgets::Signature& signature);

} // namespace rexue::app
