// Numbers and times in Chinese.
#pragma once

#include "kiosk/ui/speech/numbers.h"

namespace rexue::ui::speech {

std::string chinese_digit(int digit); // 零 … 九
Words chinese_number(int number, const Neighbours& neighbours);
Words chinese_time(int hour, int minute);

} // namespace rexue::ui::speech
