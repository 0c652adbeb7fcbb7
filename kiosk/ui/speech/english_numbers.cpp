#include "kiosk/ui/speech/english_numbers.h"

#include <algorithm>
#include <array>

#include "kiosk/ui/speech/letters.h"

namespace rexue::ui::speech {

namespace {

constexpr std::array<std::string_view, 20> ones = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> tens = {"",      "",      "twenty",  "thirty", "forty",
                                                   "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 20> ordinals = {
    "",           "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string below_hundred(int number) {
    if (number < 20) return std::string(ones[static_cast<size_t>(number)]);
    std::string text(tens[static_cast<size_t>(number / 10)]);
    if (number % 10 > 0) text.append("-").append(ones[static_cast<size_t>(number % 10)]);
    return text;
}

std::string day_of_month(int day) {
    std::string text = "the ";
    if (day < 20) return text.append(ordinals[static_cast<size_t>(day)]).append(" of");
    if (day % 10 == 0) return text.append(day == 20 ? "twentieth of" : "thirtieth of");
    text.append(tens[static_cast<size_t>(day / 10)]).append("-");
    return text.append(ordinals[static_cast<size_t>(day % 10)]).append(" of");
}

bool is_month_behind(std::string_view after) {
    return std::ranges::any_of(months, [&](std::string_view month) {
        return after.starts_with(" " + std::string(month));
    });
}

bool is_month_before(std::string_view before) {
    return std::ranges::any_of(
        months, [&](std::string_view month) { return before.ends_with(std::string(month) + " "); });
}

} // namespace

Words english_number(int number, const Neighbours& neighbours) {
    if (number >= 1 && number <= 31 && is_month_behind(neighbours.after)) {
        return {day_of_month(number)};
    }
    const bool is_year =
        number >= 1100 && number % 1000 >= 10 && is_month_before(neighbours.before);
    if (is_year && number % 100 >= 10) {
        return {below_hundred(number / 100), below_hundred(number % 100)};
    }
    Words words;
    const int thousands = number / 1000;
    const int hundreds = number / 100 % 10;
    const int rest = number % 100;
    if (thousands > 0) words.push_back(below_hundred(thousands) + " thousand");
    if (hundreds > 0) words.push_back(below_hundred(hundreds) + " hundred");
    if (rest == 0 && number > 0) return words;
    if (!words.empty()) words.emplace_back("and");
    words.push_back(below_hundred(rest));
    return words;
}

Words english_time(int hour, int minute) {
    Words words{below_hundred(hour)};
    if (minute == 0) {
        words.emplace_back(hour >= 1 && hour <= 12 ? "o'clock" : "hundred hours");
    } else if (minute < 10) {
        words.emplace_back("oh");
        words.push_back(below_hundred(minute));
    } else {
        words.push_back(below_hundred(minute));
    }
    return words;
}

} // namespace rexue::ui::speech
