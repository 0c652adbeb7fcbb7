#include "kiosk/ui/speech/numbers.h"

#include "kiosk/ui/speech/chinese_numbers.h"
#include "kiosk/ui/speech/english_numbers.h"
#include "kiosk/ui/speech/letters.h"
#include "platform/base/error.h"

namespace rexue::ui::speech {

Words number_words(Tongue tongue, int number, const Neighbours& neighbours) {
    REXUE_ASSERT(number >= 0 && number <= largest_number);
    return tongue == Tongue::chinese ? chinese_number(number, neighbours)
                                     : english_number(number, neighbours);
}

Words time_words(Tongue tongue, int hour, int minute) {
    REXUE_ASSERT(hour >= 0 && hour < 24 && minute >= 0 && minute < 60);
    return tongue == Tongue::chinese ? chinese_time(hour, minute) : english_time(hour, minute);
}

Words spelt_words(Tongue tongue, std::string_view letters_and_digits) {
    Words words;
    for (const char c : letters_and_digits) {
        if (!is_digit(c)) {
            words.emplace_back(1, c);
        } else if (tongue == Tongue::chinese) {
            words.push_back(c == '1' ? "幺" : chinese_digit(c - '0'));
        } else {
            words.push_back(english_number(c - '0', {}).front());
        }
    }
    return words;
}

} // namespace rexue::ui::speech
