#include "kiosk/ui/speech/chinese_numbers.h"

#include <algorithm>
#include <array>

namespace rexue::ui::speech {

namespace {

constexpr std::array<std::string_view, 10> digits = {"零", "一", "二", "三", "四",
                                                     "五", "六", "七", "八", "九"};

// 1 … 99. Ten alone is 十; behind a hundred it is 一十.
std::string below_hundred(int number, bool has_hundreds) {
    std::string text;
    const int tens = number / 10;
    if (tens > 1 || (tens == 1 && has_hundreds)) text += digits[static_cast<size_t>(tens)];
    if (tens > 0) text += "十";
    if (number % 10 > 0) text += digits[static_cast<size_t>(number % 10)];
    return text;
}

// 两 counts things, 二 numbers them: 两位, 两分钟; but 二号, 第二次, 二月, 二毫升.
bool counts_things(const Neighbours& neighbours) {
    static constexpr std::array<std::string_view, 14> measures = {
        "位", "次", "分钟", "个", "人", "项", "小时", "张", "天", "步", "台", "种", "袋", "点"};
    if (neighbours.before.ends_with("第")) return false;
    return std::ranges::any_of(
        measures, [&](std::string_view measure) { return neighbours.after.starts_with(measure); });
}

std::string two_or(int digit, std::string_view unit, bool leads) {
    std::string text(leads && digit == 2 ? "两" : digits[static_cast<size_t>(digit)]);
    return text.append(unit);
}

} // namespace

std::string chinese_digit(int digit) {
    return std::string(digits.at(static_cast<size_t>(digit)));
}

Words chinese_number(int number, const Neighbours& neighbours) {
    if (number >= 1000 && neighbours.after.starts_with("年")) {
        Words year;
        for (const char c : std::to_string(number))
            year.push_back(chinese_digit(c - '0'));
        return year;
    }
    if (number == 0) return {"零"};
    if (number == 2 && counts_things(neighbours)) return {"两"};
    Words words;
    const int thousands = number / 1000;
    const int hundreds = number / 100 % 10;
    const int rest = number % 100;
    if (thousands > 0) words.push_back(two_or(thousands, "千", true));
    if (hundreds > 0) {
        words.push_back(two_or(hundreds, "百", thousands == 0));
    } else if (thousands > 0 && rest > 0) {
        words.emplace_back("零");
    }
    if (rest == 0) return words;
    // 一百零五, but 一千零五: one 零 for any gap.
    if (rest < 10 && hundreds > 0) words.emplace_back("零");
    words.push_back(below_hundred(rest, number > 100));
    return words;
}

Words chinese_time(int hour, int minute) {
    Words words = chinese_number(hour, {.before = {}, .after = "点"});
    if (minute == 0) {
        words.emplace_back("点整");
        return words;
    }
    words.emplace_back("点");
    if (minute < 10) words.emplace_back("零");
    words.push_back(below_hundred(minute, false));
    words.emplace_back("分");
    return words;
}

} // namespace rexue::ui::speech
