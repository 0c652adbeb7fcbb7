// Numbers and times in English.
#pragma once

#include "kiosk/ui/speech/numbers.h"

namespace rexue::ui::speech {

Words english_number(int number, const Neighbours& neighbours);
Words english_time(int hour, int minute);

} // namespace rexue::ui::speech
