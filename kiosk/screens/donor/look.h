// What the donor chose, as the toolkit knows it.
#pragma once

#include "kiosk/flow/donor/preferences.h"
#include "kiosk/ui/look.h"

namespace rexue::screens::donor {

ui::Look look_of(const flow::donor::Preferences& preferences);

} // namespace rexue::screens::donor
