// The values that questions are answered with (FHIR R4: value[x] of answers, options, initials).
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "platform/base/date_text.h"

namespace rexue::questionnaire {

// A year, a month or a day: FHIR dates may be as precise as people remember.
struct FhirDate {
    std::chrono::year year{};
    std::optional<std::chrono::month> month;
    std::optional<std::chrono::day> day; // only with a month

    bool operator==(const FhirDate&) const = default;
    std::string to_string() const;
    // The day itself; none when only month or year is known.
    std::optional<base::Date> full() const;
    static std::optional<FhirDate> parse(std::string_view text); // a real year, month or day
    static FhirDate of(base::Date date);
};

// hh:mm:ss with or without a fraction. Only options have times; no question asks for one.
struct FhirTime {
    std::string text;

    auto operator<=>(const FhirTime&) const = default;
    static std::optional<FhirTime> parse(std::string_view text);
};

struct Coding {
    std::string system;
    std::string code;
    std::string display;

    // What is shown beside a code does not make it another one.
    bool operator==(const Coding& other) const {
        return system == other.system && code == other.code;
    }
};

struct Quantity {
    double value = 0;
    std::string unit; // as people read it
    std::string system;
    std::string code;

    // Amounts of different units are never the same, and neither is less: nothing is converted.
    bool operator==(const Quantity& other) const {
        return value == other.value && same_unit(other);
    }
    bool same_unit(const Quantity& other) const;
};

using Value =
    std::variant<bool, std::int32_t, double, FhirDate, FhirTime, std::string, Coding, Quantity>;

// Unordered when the two cannot be compared: other types, other units, or dates of which one is
// less precise and the other lies within it. A whole number and a decimal compare as numbers.
// Codings and truth values are equal or unordered.
std::partial_ordering compare(const Value& left, const Value& right);
bool same(const Value& left, const Value& right);

// The ending of FHIR's value[x]: `Boolean`, `Coding` …
std::string_view type_word(const Value& value);

} // namespace rexue::questionnaire
