// Numbers, times and tickets as words, the way an announcer says them. Each word is one clip.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/speech/clip_pack.h"

namespace rexue::ui::speech {

inline constexpr int largest_number = 9999; // larger ones are spelt

using Words = std::vector<std::string>;

// What stands before and behind a number decides how it is said: 两位 but 二号, 二零二六年.
struct Neighbours {
    std::string_view before;
    std::string_view after;
};

// 0 … largest_number. "一千", "二百", "三十四" · "one thousand", "two hundred", "and",
// "thirty-four". `after` that says so makes it a year ("二", "零", "二", "六" · "twenty",
// "twenty-six") or a day of an English month ("the fourteenth of").
Words number_words(Tongue tongue, int number, const Neighbours& neighbours = {});

// Hours 0 … 23, minutes 0 … 59: "十点", "零五分" · "ten", "oh five".
Words time_words(Tongue tongue, int hour, int minute);

// Letters A … Z and digits one by one: tickets, and numbers that are names. One is 幺 in Chinese:
// 一 and 七 sound alike through a loudspeaker in a hall, which is why telephone numbers and trains
// are announced so. Zero is "zero" in English: "oh" is also a letter of a ticket.
Words spelt_words(Tongue tongue, std::string_view letters_and_digits);

} // namespace rexue::ui::speech
