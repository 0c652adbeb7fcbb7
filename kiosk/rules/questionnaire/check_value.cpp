#include "kiosk/rules/questionnaire/check_value.h"

#include <algorithm>

#include <fmt/format.h>

#include "kiosk/rules/questionnaire/limits.h"
#include "platform/base/utf8.h"

namespace rexue::questionnaire {

namespace {

template <typename T>
bool is(const Value& value) {
    return std::holds_alternative<T>(value);
}

bool is_option(const Item& item, const Value& value) {
    return std::ranges::any_of(item.options,
                               [&](const Option& option) { return same(option.value, value); });
}

// As it was typed: what lengths and patterns are about.
std::optional<std::string> typed_text(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int32_t>(&value)) return fmt::format("{}", *whole);
    if (const auto* decimal = std::get_if<double>(&value)) return fmt::format("{}", *decimal);
    if (const auto* date = std::get_if<FhirDate>(&value)) return date->to_string();
    return std::nullopt;
}

// The shortest way to write it is how it was written, but for zeros at the end.
int decimal_places(double number) {
    const std::string text = fmt::format("{:.17f}", number);
    const std::string shortest = fmt::format("{}", number);
    const std::string& written = shortest.find('e') == std::string::npos ? shortest : text;
    const size_t point = written.find('.');
    if (point == std::string::npos) return 0;
    const size_t last = written.find_last_not_of('0');
    return static_cast<int>(last - std::min(last, point));
}

bool has_control_characters(std::string_view text) {
    return std::ranges::any_of(text, [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte < ' ' && letter != '\t' && letter != '\n' && letter != '\r';
    });
}

std::optional<ValueFault> check_text(const Item& item, const Value& value) {
    if (const auto* plain = std::get_if<std::string>(&value)) {
        if (plain->size() > max_text_bytes) {
            return ValueFault{.code = IssueCode::too_long,
                              .text = fmt::format("longer than {} bytes", max_text_bytes)};
        }
        if (base::trimmed(*plain).empty() || has_control_characters(*plain)) {
            return ValueFault{.text = "an empty text, or one with control characters"};
        }
        if (item.type == ItemType::string && plain->find('\n') != std::string::npos) {
            return ValueFault{.text = "only one line is wanted"};
        }
    }
    const auto text = typed_text(value);
    if (!text) return std::nullopt;
    const auto length = static_cast<int>(base::code_points(*text).size());
    if (item.max_length && length > *item.max_length) {
        return ValueFault{.code = IssueCode::too_long,
                          .text = fmt::format("longer than {} characters", *item.max_length)};
    }
    if (item.min_length && length < *item.min_length) {
        return ValueFault{.text = fmt::format("shorter than {} characters", *item.min_length)};
    }
    if (item.pattern && !item.pattern->matches(*text)) {
        return ValueFault{.text = "is not written as the question's pattern asks"};
    }
    return std::nullopt;
}

std::optional<ValueFault> check_bounds(const Item& item, const Value& value) {
    // A month may hold days on both sides of a bound: what cannot be told is let pass.
    if (item.minimum && compare(value, *item.minimum) < 0) {
        return ValueFault{.text = "less than the least that is allowed"};
    }
    if (item.maximum && compare(value, *item.maximum) > 0) {
        return ValueFault{.text = "more than the most that is allowed"};
    }
    const auto* amount = std::get_if<Quantity>(&value);
    const double* number = amount != nullptr ? &amount->value : std::get_if<double>(&value);
    if (number != nullptr && item.max_decimal_places &&
        decimal_places(*number) > *item.max_decimal_places) {
        return ValueFault{.text =
                              fmt::format("more than {} decimal places", *item.max_decimal_places)};
    }
    return std::nullopt;
}

std::optional<ValueFault> check_unit(const Item& item, const Quantity& amount) {
    const auto is_unit = [&](const Coding& unit) {
        return amount.code.empty() ? amount.unit == unit.display || amount.unit == unit.code
                                   : amount.system == unit.system && amount.code == unit.code;
    };
    const bool must_be_listed = item.unit.has_value() || !item.unit_options.empty();
    if (!must_be_listed || (item.unit && is_unit(*item.unit)) ||
        std::ranges::any_of(item.unit_options, is_unit)) {
        return std::nullopt;
    }
    return ValueFault{.code = IssueCode::code_invalid, .text = "not one of the question's units"};
}

} // namespace

bool fits_type(const Item& item, const Value& value) {
    switch (item.type) {
        case ItemType::group:
        case ItemType::display:
            return false;
        case ItemType::boolean:
            return is<bool>(value);
        case ItemType::choice:
        case ItemType::open_choice:
            return is<Coding>(value) || is<std::string>(value) || is<std::int32_t>(value) ||
                   is<FhirDate>(value) || is<FhirTime>(value);
        case ItemType::integer:
            return is<std::int32_t>(value);
        case ItemType::decimal:
            return is<double>(value) || is<std::int32_t>(value);
        case ItemType::date:
            return is<FhirDate>(value);
        case ItemType::string:
        case ItemType::text:
            return is<std::string>(value);
        case ItemType::quantity:
            return is<Quantity>(value);
    }
    return false;
}

std::optional<ValueFault> check_value(const Item& item, const Value& value) {
    if (!fits_type(item, value)) {
        return ValueFault{.code = IssueCode::structure, .text = "not of the question's type"};
    }
    if (is_option(item, value)) return std::nullopt;
    const bool is_own_words = item.type == ItemType::open_choice && is<std::string>(value);
    const bool is_closed = item.type == ItemType::choice || item.type == ItemType::open_choice ||
                           !item.options.empty();
    if (is_closed && !is_own_words) {
        return ValueFault{.code = IssueCode::code_invalid, .text = "not among the options"};
    }
    if (auto fault = check_text(item, value)) return fault;
    if (const auto* amount = std::get_if<Quantity>(&value)) {
        if (auto fault = check_unit(item, *amount)) return fault;
    }
    return check_bounds(item, value);
}

} // namespace rexue::questionnaire
