#include "kiosk/rules/identity/number_check.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "platform/base/utf8.h"

namespace rexue::identity {

namespace {

namespace chr = std::chrono;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return c >= 'A' && c <= 'Z';
}
bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, is_digit);
}
bool all_letters(std::string_view text) {
    return std::ranges::all_of(text, is_letter);
}
int value_of(std::string_view digits) {
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

bool is_space(char32_t point) {
    constexpr std::array<char32_t, 6> spaces = {' ', '\t', '\r', '\n', 0x00A0, 0x3000};
    return std::ranges::find(spaces, point) != spaces.end();
}

std::optional<char> ascii_of(char32_t point) {
    // The full-width block is ASCII moved by a constant.
    if (point >= 0xFF01 && point <= 0xFF5E) point -= 0xFEE0;
    if (point >= 'a' && point <= 'z') point -= 'a' - 'A';
    if (point > 'Z') return std::nullopt;
    const char c = static_cast<char>(point);
    return is_digit(c) || is_letter(c) ? std::optional(c) : std::nullopt;
}

bool is_eighteen(std::string_view number) {
    return number.size() == 18 && all_digits(number.substr(0, 17)) &&
           (is_digit(number[17]) || number[17] == 'X');
}
bool is_first_generation(std::string_view number) {
    return number.size() == 15 && all_digits(number);
}
bool is_foreign_2017(std::string_view number) {
    return number.size() == 15 && all_letters(number.substr(0, 3)) && all_digits(number.substr(3));
}

DocumentKind kind_of_eighteen(std::string_view number) {
    if (number.front() == '9') return DocumentKind::foreign_2023;
    const std::string_view area = number.substr(0, 6);
    const bool hmt = area == "810000" || area == "820000" || area == "830000";
    return hmt ? DocumentKind::hmt_resident : DocumentKind::resident;
}

std::optional<base::Date> real_date(int year, std::string_view month_day) {
    const base::Date date{chr::year(year),
                          chr::month(static_cast<unsigned>(value_of(month_day.substr(0, 2)))),
                          chr::day(static_cast<unsigned>(value_of(month_day.substr(2, 2))))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

NumberCheck refused(DocumentKind kind, std::string why) {
    return {.kind = kind, .why = std::move(why)};
}

constexpr const char* no_such_day = "The birth date in the number is no day of the calendar.";

// Why a birth cannot be, or nothing.
std::string birth_fault(const std::optional<base::Date>& birth, base::Date today) {
    if (!birth) return no_such_day;
    if (*birth > today) return "The birth date in the number lies in the future.";
    if (base::age_in_years(*birth, today) > 150) {
        return "The birth date in the number is more than 150 years ago.";
    }
    return {};
}

// GB 11643: the sequence number is odd for men and even for women.
Sex sex_by_parity(char last_of_sequence) {
    return (last_of_sequence - '0') % 2 == 1 ? Sex::male : Sex::female;
}

NumberCheck check_eighteen(std::string_view number, base::Date today) {
    const DocumentKind kind = kind_of_eighteen(number);
    if (check_character(number.substr(0, 17)) != number[17]) {
        return refused(kind, "The check digit does not fit: there is a slip in the number.");
    }
    const auto birth = real_date(value_of(number.substr(6, 4)), number.substr(10, 4));
    if (auto fault = birth_fault(birth, today); !fault.empty()) return refused(kind, fault);
    return {.kind = kind, .valid = true, .birth = birth, .sex = sex_by_parity(number[16])};
}

NumberCheck check_first_generation(std::string_view number, base::Date today) {
    // The 15 digits were given out until 1999, to people born in that century.
    const auto birth = real_date(1900 + value_of(number.substr(6, 2)), number.substr(8, 4));
    if (auto fault = birth_fault(birth, today); !fault.empty()) {
        return refused(DocumentKind::resident, fault);
    }
    return {.kind = DocumentKind::resident,
            .valid = false,
            .birth = birth,
            .sex = sex_by_parity(number[14]),
            .why =
                "A first-generation number of 15 digits has no check digit and its card is out "
                "of use: the present card has 18."};
}

// Two digits name a year of the hundred that ends today.
std::optional<base::Date> newest_past_date(std::string_view yymmdd, base::Date today) {
    const int century = static_cast<int>(today.year()) / 100 * 100;
    const int year = value_of(yymmdd.substr(0, 2));
    const auto now = real_date(century + year, yymmdd.substr(2));
    return now && *now <= today ? now : real_date(century - 100 + year, yymmdd.substr(2));
}

// Weights 7 3 1 as in machine-readable zones (ICAO 9303), letters counting from A = 10.
bool fits_731(std::string_view number) {
    constexpr std::array weights = {7, 3, 1};
    int sum = 0;
    for (size_t i = 0; i + 1 < number.size(); ++i) {
        const char c = number[i];
        sum += (is_digit(c) ? c - '0' : c - 'A' + 10) * weights[i % 3];
    }
    return sum % 10 == number.back() - '0';
}

NumberCheck check_foreign_2017(std::string_view number, base::Date today) {
    const auto birth = newest_past_date(number.substr(7, 6), today);
    if (!birth) return refused(DocumentKind::foreign_2017, no_such_day);
    NumberCheck check{.kind = DocumentKind::foreign_2017, .valid = true, .birth = birth};
    if (!fits_731(number)) {
        check.warning = "The last digit does not fit the usual check: compare with the card.";
    }
    return check;
}

std::string unknown_form(std::string_view number) {
    if (number.empty()) return "There is no number.";
    if (number.size() == 18) return "Of 18 characters only the last may be a letter, and only X.";
    if (number.size() == 15) return "Of 15 characters either none or the first three are letters.";
    return "The number of a resident or permanent resident has 18 or 15 characters.";
}

} // namespace

std::optional<std::string> normalised_number(std::string_view typed) {
    if (!base::is_valid_utf8(typed)) return std::nullopt;
    std::vector<char32_t> all = base::code_points(typed);
    std::span<const char32_t> points(all);
    while (!points.empty() && is_space(points.front()))
        points = points.subspan(1);
    while (!points.empty() && is_space(points.back()))
        points = points.first(points.size() - 1);
    std::optional<std::string> number(std::in_place);
    number->reserve(points.size());
    for (const char32_t point : points) {
        if (const auto c = ascii_of(point)) {
            *number += *c;
        } else {
            base::wipe(*number);
            number.reset();
            break;
        }
    }
    std::ranges::fill(all, U'\0');
    return number;
}

std::optional<char> check_character(std::string_view digits) {
    if (digits.size() != 17 || !all_digits(digits)) return std::nullopt;
    constexpr std::array weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (size_t i = 0; i < digits.size(); ++i)
        sum += (digits[i] - '0') * weights[i];
    return std::string_view("10X98765432")[static_cast<size_t>(sum % 11)];
}

bool number_fits_kind(std::string_view number, DocumentKind kind) {
    switch (kind) {
        case DocumentKind::resident:
        case DocumentKind::hmt_resident:
        case DocumentKind::foreign_2023:
            return is_eighteen(number) && check_character(number.substr(0, 17)) == number[17];
        case DocumentKind::foreign_2017:
            return is_foreign_2017(number);
        case DocumentKind::unknown:
            return false;
    }
    return false;
}

NumberCheck check_number(std::string_view typed, base::Date today) {
    auto normalised = normalised_number(typed);
    if (!normalised) {
        return refused(DocumentKind::unknown,
                       "A document number has only digits and Latin letters.");
    }
    const base::SecretText kept(std::move(*normalised));
    const std::string_view number = kept;
    if (is_eighteen(number)) return check_eighteen(number, today);
    if (is_first_generation(number)) return check_first_generation(number, today);
    if (is_foreign_2017(number)) return check_foreign_2017(number, today);
    return refused(DocumentKind::unknown, unknown_form(number));
}

std::optional<std::string> eighteen_digit_form(std::string_view number) {
    if (!is_first_generation(number)) return std::nullopt;
    std::string digits = std::string(number.substr(0, 6)) + "19" + std::string(number.substr(6));
    digits += *check_character(digits);
    return digits;
}

} // namespace rexue::identity
