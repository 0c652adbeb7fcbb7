#include "kiosk/rules/questionnaire/value.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace rexue::questionnaire {

namespace {

std::optional<int> digits(std::string_view text, size_t at, size_t count) {
    if (text.size() < at + count) return std::nullopt;
    int number = 0;
    for (const char digit : text.substr(at, count)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return number;
}

std::partial_ordering compare_dates(const FhirDate& left, const FhirDate& right) {
    if (left.year != right.year) return left.year <=> right.year;
    if (!left.month || !right.month) {
        return left.month || right.month ? std::partial_ordering::unordered
                                         : std::partial_ordering::equivalent;
    }
    if (*left.month != *right.month) return *left.month <=> *right.month;
    if (!left.day || !right.day) {
        return left.day || right.day ? std::partial_ordering::unordered
                                     : std::partial_ordering::equivalent;
    }
    return *left.day <=> *right.day;
}

std::optional<double> number_of(const Value& value) {
    if (const auto* whole = std::get_if<std::int32_t>(&value)) return *whole;
    if (const auto* decimal = std::get_if<double>(&value)) return *decimal;
    return std::nullopt;
}

} // namespace

std::string FhirDate::to_string() const {
    std::string text = fmt::format("{:04}", static_cast<int>(year));
    if (month) text += fmt::format("-{:02}", static_cast<unsigned>(*month));
    if (day) text += fmt::format("-{:02}", static_cast<unsigned>(*day));
    return text;
}

std::optional<base::Date> FhirDate::full() const {
    if (!month || !day) return std::nullopt;
    return base::Date(year, *month, *day);
}

std::optional<FhirDate> FhirDate::parse(std::string_view text) {
    const bool has_month = text.size() >= 7;
    const bool has_day = text.size() == 10;
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) return std::nullopt;
    const auto year = digits(text, 0, 4);
    if (!year || *year == 0) return std::nullopt;
    FhirDate date{.year = std::chrono::year(*year), .month = {}, .day = {}};
    if (has_month) {
        const auto month = digits(text, 5, 2);
        if (!month || *month < 1 || *month > 12) return std::nullopt;
        date.month = std::chrono::month(static_cast<unsigned>(*month));
    }
    if (has_day) {
        const auto day = digits(text, 8, 2);
        if (!day) return std::nullopt;
        date.day = std::chrono::day(static_cast<unsigned>(*day));
        if (!date.full()->ok()) return std::nullopt;
    }
    return date;
}

FhirDate FhirDate::of(base::Date date) {
    return {.year = date.year(), .month = date.month(), .day = date.day()};
}

std::optional<FhirTime> FhirTime::parse(std::string_view text) {
    const auto hour = digits(text, 0, 2);
    const auto minute = digits(text, 3, 2);
    const auto second = digits(text, 6, 2);
    if (!hour || !minute || !second || text[2] != ':' || text[5] != ':') return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    if (text.size() > 8) {
        if (text[8] != '.' || text.size() == 9 || text.size() > 18) return std::nullopt;
        if (!digits(text, 9, text.size() - 9)) return std::nullopt;
    }
    return FhirTime{.text = std::string(text)};
}

bool Quantity::same_unit(const Quantity& other) const {
    if (code.empty() && other.code.empty()) return unit == other.unit;
    return system == other.system && code == other.code;
}

std::partial_ordering compare(const Value& left, const Value& right) {
    const auto left_number = number_of(left);
    const auto right_number = number_of(right);
    if (left_number && right_number) return *left_number <=> *right_number;
    if (left.index() != right.index()) return std::partial_ordering::unordered;
    if (const auto* date = std::get_if<FhirDate>(&left)) {
        return compare_dates(*date, std::get<FhirDate>(right));
    }
    if (const auto* time = std::get_if<FhirTime>(&left)) {
        return *time <=> std::get<FhirTime>(right);
    }
    if (const auto* text = std::get_if<std::string>(&left)) {
        return *text <=> std::get<std::string>(right);
    }
    if (const auto* amount = std::get_if<Quantity>(&left)) {
        const auto& other = std::get<Quantity>(right);
        return amount->same_unit(other) ? amount->value <=> other.value
                                        : std::partial_ordering::unordered;
    }
    return left == right ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
}

bool same(const Value& left, const Value& right) {
    return compare(left, right) == std::partial_ordering::equivalent;
}

std::string_view type_word(const Value& value) {
    constexpr std::array<std::string_view, 8> words{"Boolean", "Integer", "Decimal", "Date",
                                                    "Time",    "String",  "Coding",  "Quantity"};
    return words.at(value.index());
}

} // namespace rexue::questionnaire
