#include "kiosk/rules/questionnaire/object_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "kiosk/rules/questionnaire/extension.h"
#include "kiosk/rules/questionnaire/limits.h"

namespace rexue::questionnaire {

namespace bj = boost::json;

namespace {

std::string_view view(const bj::string& text) {
    return {text.data(), text.size()};
}

std::optional<Coding> read_coding(const ObjectReader& reader) {
    Coding coding{.system = reader.text("system"),
                  .code = reader.text("code"),
                  .display = reader.text("display")};
    if (coding.code.empty()) {
        reader.error(IssueCode::structure, "code", "a coding without a code tells nothing");
        return std::nullopt;
    }
    return coding;
}

std::optional<double> read_decimal(const bj::value& value) {
    if (!value.is_number()) return std::nullopt;
    const auto number = value.to_number<double>();
    if (!std::isfinite(number)) return std::nullopt;
    return number;
}

std::optional<Quantity> read_quantity(const ObjectReader& reader) {
    const auto* number = reader.object().if_contains("value");
    const auto amount = number != nullptr ? read_decimal(*number) : std::nullopt;
    if (!amount) {
        reader.error(IssueCode::structure, "value", "a number is wanted");
        return std::nullopt;
    }
    if (reader.has("comparator")) {
        reader.error(IssueCode::not_supported, "comparator", "amounts are exact here");
        return std::nullopt;
    }
    return Quantity{.value = *amount,
                    .unit = reader.text("unit"),
                    .system = reader.text("system"),
                    .code = reader.text("code")};
}

std::optional<Value> read_as(std::string_view type, const bj::value& value,
                             const ObjectReader& reader, const std::string& member) {
    const std::string path = reader.path() + "." + member;
    if (type == "Boolean" && value.is_bool()) return value.get_bool();
    if (type == "Integer" && (value.is_int64() || value.is_uint64())) {
        bj::error_code error;
        const auto number = value.to_number<std::int32_t>(error);
        if (!error) return number;
    }
    if (type == "Decimal") {
        if (const auto number = read_decimal(value)) return *number;
    }
    if (value.is_string()) {
        const std::string_view text = view(value.get_string());
        if (type == "String" && !text.empty()) return std::string(text);
        if (type == "Date") {
            if (const auto date = FhirDate::parse(text)) return *date;
        }
        if (type == "Time") {
            if (const auto time = FhirTime::parse(text)) return *time;
        }
    }
    if (value.is_object()) {
        const ObjectReader inner(value.get_object(), path, reader.issues());
        if (type == "Coding") return read_coding(inner);
        if (type == "Quantity") return read_quantity(inner);
    }
    reader.error(IssueCode::structure, member, fmt::format("not a {} as FHIR writes it", type));
    return std::nullopt;
}

} // namespace

std::string indexed(const std::string& path, std::string_view member, size_t index) {
    return fmt::format("{}.{}[{}]", path, member, index);
}

void ObjectReader::error(IssueCode code, std::string_view member, std::string text) const {
    issues_.error(code, member.empty() ? path_ : fmt::format("{}.{}", path_, member),
                  std::move(text));
}

std::string ObjectReader::text(std::string_view name, Presence presence) const {
    const auto* found = object_.if_contains(name);
    if (found == nullptr) {
        if (presence == Presence::mandatory) error(IssueCode::required, name, "is missing");
        return {};
    }
    if (!found->is_string() || found->get_string().empty()) {
        error(IssueCode::structure, name, "a text is wanted, and not an empty one");
        return {};
    }
    if (found->get_string().size() > max_text_bytes) {
        error(IssueCode::too_long, name, fmt::format("longer than {} bytes", max_text_bytes));
        return {};
    }
    return std::string(view(found->get_string()));
}

std::optional<bool> ObjectReader::flag(std::string_view name) const {
    const auto* found = object_.if_contains(name);
    if (found == nullptr) return std::nullopt;
    if (found->is_bool()) return found->get_bool();
    error(IssueCode::structure, name, "true or false is wanted");
    return std::nullopt;
}

std::optional<int> ObjectReader::whole_number(std::string_view name) const {
    const auto* found = object_.if_contains(name);
    if (found == nullptr) return std::nullopt;
    bj::error_code failure;
    const int number = found->to_number<int>(failure);
    if (!failure && !found->is_double()) return number;
    error(IssueCode::structure, name, "a whole number is wanted");
    return std::nullopt;
}

const bj::object* ObjectReader::object(std::string_view name) const {
    const auto* found = object_.if_contains(name);
    if (found == nullptr) return nullptr;
    if (found->is_object()) return &found->get_object();
    error(IssueCode::structure, name, "an object is wanted");
    return nullptr;
}

std::span<const bj::value> ObjectReader::objects(std::string_view name, size_t limit) const {
    const auto* found = object_.if_contains(name);
    if (found == nullptr) return {};
    if (!found->is_array() || found->get_array().empty()) {
        error(IssueCode::structure, name, "a list is wanted, and not an empty one");
        return {};
    }
    const auto& list = found->get_array();
    if (list.size() > limit) {
        error(IssueCode::too_costly, name, fmt::format("more than {} of them", limit));
        return {};
    }
    for (size_t i = 0; i < list.size(); ++i) {
        if (list[i].is_object()) continue;
        issues_.error(IssueCode::structure, indexed(path_, name, i), "an object is wanted");
        return {};
    }
    return {list.data(), list.size()};
}

Words ObjectReader::words(std::string_view name) const {
    return {.base = text(name), .translations = read_translations(*this, name)};
}

void ObjectReader::refuse_others(std::span<const std::string_view> known) const {
    for (const auto& member : object_) {
        const std::string_view name(member.key().data(), member.key().size());
        // Every element may have these; modifiers are looked for on their own.
        if (name == "id" || name == "extension" || name == "modifierExtension") continue;
        const std::string_view plain = name.starts_with('_') ? name.substr(1) : name;
        if (std::ranges::find(known, plain) != known.end()) continue;
        error(IssueCode::structure, name.substr(0, max_link_id_bytes),
              "FHIR R4 knows no such member here");
    }
}

std::optional<NamedValue> read_value(const ObjectReader& reader, std::string_view prefix) {
    constexpr auto known = std::to_array<std::string_view>(
        {"Boolean", "Integer", "Decimal", "Date", "Time", "String", "Coding", "Quantity"});
    const bj::value* found = nullptr;
    NamedValue result;
    for (const auto& member : reader.object()) {
        const std::string_view name(member.key().data(), member.key().size());
        if (!name.starts_with(prefix) || name.size() == prefix.size()) continue;
        if (name[prefix.size()] < 'A' || name[prefix.size()] > 'Z') continue;
        if (found != nullptr) {
            reader.error(IssueCode::structure, "", fmt::format("more than one {}[x]", prefix));
            return std::nullopt;
        }
        found = &member.value();
        result.member = std::string(name);
    }
    if (found == nullptr) {
        reader.error(IssueCode::required, "", fmt::format("{}[x] is missing", prefix));
        return std::nullopt;
    }
    const std::string_view type = std::string_view(result.member).substr(prefix.size());
    if (std::ranges::find(known, type) == known.end()) {
        reader.error(IssueCode::not_supported, result.member,
                     "values of this type are not supported");
        return std::nullopt;
    }
    auto value = read_as(type, *found, reader, result.member);
    if (!value) return std::nullopt;
    result.value = std::move(*value);
    if (const auto* coding = std::get_if<Coding>(&result.value)) {
        const ObjectReader inner(found->get_object(), reader.path() + "." + result.member,
                                 reader.issues());
        result.words = {.base = coding->display.empty() ? coding->code : coding->display,
                        .translations = read_translations(inner, "display")};
    } else if (type == "String") {
        result.words = reader.words(result.member);
    }
    return result;
}

} // namespace rexue::questionnaire
