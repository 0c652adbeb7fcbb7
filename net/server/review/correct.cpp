// A physician puts an answer right, with the donor.
#include <charconv>

#include <fmt/format.h>

#include "net/server/review/judge.h"

namespace rexue::server {

using questionnaire::Item;
using questionnaire::ItemType;
using questionnaire::Value;

namespace {

std::unexpected<base::Error> wrong(std::string_view what) {
    return base::fail(base::ErrorCode::invalid_argument, "/correction" + std::string(what));
}

template <typename Number>
std::optional<Value> number_of(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<Value> option_of(const Item& item, std::string_view code) {
    for (const auto& option : item.options) {
        const auto* coding = std::get_if<questionnaire::Coding>(&option.value);
        if (coding != nullptr && coding->code == code) return option.value;
        const auto* text = std::get_if<std::string>(&option.value);
        if (text != nullptr && *text == code) return option.value;
    }
    return std::nullopt;
}

std::optional<Value> value_of(const Item& item, const std::string& text) {
    switch (item.type) {
        case ItemType::boolean:
            if (text == "true") return Value(true);
            if (text == "false") return Value(false);
            return std::nullopt;
        case ItemType::integer:
            return number_of<std::int32_t>(text);
        case ItemType::decimal:
            return number_of<double>(text);
        case ItemType::date:
            if (const auto date = questionnaire::FhirDate::parse(text)) return Value(*date);
            return std::nullopt;
        case ItemType::choice:
            return option_of(item, text);
        case ItemType::open_choice: {
            const auto option = option_of(item, text);
            return option ? option : std::optional<Value>(text);
        }
        case ItemType::string:
        case ItemType::text:
            return Value(text);
        case ItemType::group:
        case ItemType::display:
        case ItemType::quantity:
            return std::nullopt;
    }
    return std::nullopt;
}

std::string text_of(const Value& value) {
    struct Writer {
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(std::int32_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return fmt::format("{}", number); }
        std::string operator()(const questionnaire::FhirDate& date) const {
            return date.to_string();
        }
        std::string operator()(const questionnaire::FhirTime& time) const { return time.text; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const questionnaire::Coding& coding) const { return coding.code; }
        std::string operator()(const questionnaire::Quantity& amount) const {
            return fmt::format("{} {}", amount.value, amount.unit);
        }
    };
    return std::visit(Writer(), value);
}

} // namespace

std::vector<std::string> values_as_text(std::span<const Value> values) {
    std::vector<std::string> texts;
    for (const Value& value : values)
        texts.push_back(text_of(value));
    return texts;
}

base::Status correct(questionnaire::Answers& answers, const wire::Correction& correction,
                     std::vector<std::string>& before) {
    const auto index = answers.form().find(correction.question);
    if (!index) return wrong("/question: the form has no such question");
    const Item& item = answers.form().item(*index);
    const questionnaire::Place place{.item = *index};
    if (!item.is_question() || answers.form().branching_depth(*index) > 0 ||
        !answers.is_enabled(place)) {
        return wrong("/question: it is not asked");
    }
    std::vector<Value> values;
    for (const std::string& text : correction.values) {
        auto value = value_of(item, text);
        if (!value) return wrong("/values: no answer to this question");
        values.push_back(std::move(*value));
    }
    before = values_as_text(answers.values(place));
    if (!answers.set(place, std::move(values), questionnaire::Author::staff).empty()) {
        return wrong("/values: no answer to this question");
    }
    return {};
}

} // namespace rexue::server
