#include "kiosk/rules/questionnaire/extension.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kiosk/rules/questionnaire/limits.h"

namespace rexue::questionnaire {

namespace {

constexpr size_t max_extensions = 200;

// They decide which questions are asked or what may be answered: a form whose logic is only half
// carried out is worse than none.
constexpr std::array not_ignorable{
    std::string_view("http://hl7.org/fhir/StructureDefinition/questionnaire-constraint"),
    std::string_view("http://hl7.org/fhir/StructureDefinition/targetConstraint"),
    std::string_view("http://hl7.org/fhir/StructureDefinition/cqf-calculatedValue"),
    std::string_view("http://hl7.org/fhir/StructureDefinition/cqf-expression"),
    std::string_view("http://hl7.org/fhir/uv/sdc/StructureDefinition/"
                     "sdc-questionnaire-enableWhenExpression"),
    std::string_view("http://hl7.org/fhir/uv/sdc/StructureDefinition/"
                     "sdc-questionnaire-calculatedExpression"),
    std::string_view("http://hl7.org/fhir/uv/sdc/StructureDefinition/"
                     "sdc-questionnaire-answerExpression"),
    std::string_view("http://hl7.org/fhir/uv/sdc/StructureDefinition/"
                     "sdc-questionnaire-answerOptionsToggleExpression"),
    std::string_view("http://hl7.org/fhir/uv/sdc/StructureDefinition/"
                     "sdc-questionnaire-subQuestionnaire")};

template <typename Visit>
void for_each_extension(const ObjectReader& reader, Visit visit) {
    const auto list = reader.objects("extension", max_extensions);
    for (size_t i = 0; i < list.size(); ++i) {
        const ObjectReader extension(list[i].get_object(), indexed(reader.path(), "extension", i),
                                     reader.issues());
        const std::string url = extension.text("url", Presence::mandatory);
        if (!url.empty()) visit(url, extension);
    }
}

std::optional<int> read_count(const ObjectReader& extension) {
    const auto count = extension.whole_number("valueInteger");
    if (!count) {
        if (!extension.has("valueInteger")) {
            extension.error(IssueCode::required, "valueInteger", "is missing");
        }
        return std::nullopt;
    }
    if (*count >= 0) return count;
    extension.error(IssueCode::value, "valueInteger", "less than nothing");
    return std::nullopt;
}

// Of one whose value decides something: another type of value, or none, must not pass for "no".
bool read_flag(const ObjectReader& extension) {
    if (!extension.has("valueBoolean")) {
        extension.error(IssueCode::required, "valueBoolean", "is missing");
    }
    return extension.flag("valueBoolean").value_or(false);
}

std::string read_control(const ObjectReader& extension) {
    const auto* concept_object = extension.object("valueCodeableConcept");
    if (concept_object == nullptr) return {};
    const ObjectReader reader(*concept_object, extension.path() + ".valueCodeableConcept",
                              extension.issues());
    const auto codings = reader.objects("coding", max_extensions);
    if (codings.empty()) return {};
    const ObjectReader coding(codings.front().get_object(), indexed(reader.path(), "coding", 0),
                              extension.issues());
    return coding.text("code");
}

std::optional<Coding> read_unit(const ObjectReader& extension) {
    if (!extension.has("valueCoding")) {
        extension.error(IssueCode::required, "valueCoding", "is missing");
        return std::nullopt;
    }
    auto named = read_value(extension, "value");
    if (!named) return std::nullopt;
    return std::get<Coding>(std::move(named->value));
}

void read_pattern(const ObjectReader& extension, Item& item) {
    const std::string expression = extension.text("valueString", Presence::mandatory);
    if (expression.empty()) return;
    auto pattern = Pattern::create(expression);
    if (pattern) {
        item.pattern = std::move(*pattern);
        return;
    }
    const bool too_much = pattern.error().code == base::ErrorCode::limit_exceeded;
    extension.error(too_much ? IssueCode::too_costly : IssueCode::not_supported, "valueString",
                    pattern.error().detail);
}

// What stands beside the marks of an item or an option and holds for all of them.
struct MarkManner {
    std::string which;
    bool raised_by = true;
};

// True when it was about the marks that an item and an option may both have.
bool read_mark(std::string_view url, const ObjectReader& extension, std::vector<RuleMark>& marks,
               MarkManner& manner) {
    if (url == extension_url::rule_case) {
        manner.which = extension.text("valueCode", Presence::mandatory);
        return true;
    }
    if (url != extension_url::rule && url != extension_url::refer_to_staff) return false;
    const auto kind = url == extension_url::rule ? RuleMark::Kind::rule : RuleMark::Kind::staff;
    std::string code = extension.text("valueCode", Presence::mandatory);
    if (!code.empty()) marks.push_back({.kind = kind, .code = std::move(code)});
    return true;
}

void set_manner(const MarkManner& manner, std::vector<RuleMark>& marks) {
    for (RuleMark& mark : marks) {
        mark.which = manner.which;
        mark.raised_by = manner.raised_by;
    }
}

void read_our_own(std::string_view url, const ObjectReader& extension, Item& item,
                  MarkManner& manner) {
    if (read_mark(url, extension, item.marks, manner)) return;
    if (url == extension_url::rule_date || url == extension_url::rule_from) {
        const auto kind =
            url == extension_url::rule_date ? DateMark::Kind::anchor : DateMark::Kind::begin;
        std::string rule = extension.text("valueCode", Presence::mandatory);
        if (!rule.empty()) item.date_marks.push_back({.kind = kind, .rule = std::move(rule)});
    } else if (url == extension_url::is_private) {
        item.is_private = read_flag(extension);
    } else if (url == extension_url::raised_by) {
        manner.raised_by = read_flag(extension);
    }
}

void read_limits(std::string_view name, const ObjectReader& extension, Item& item) {
    const auto set_bound = [&](std::optional<Value>& bound) {
        if (auto named = read_value(extension, "value")) bound = std::move(named->value);
    };
    if (name == "minValue") set_bound(item.minimum);
    if (name == "maxValue") set_bound(item.maximum);
    if (name == "minLength") item.min_length = read_count(extension);
    if (name == "maxDecimalPlaces") item.max_decimal_places = read_count(extension);
    if (name == "questionnaire-minOccurs") item.min_occurs = read_count(extension);
    if (name == "questionnaire-maxOccurs") item.max_occurs = read_count(extension);
    if (name == "regex") read_pattern(extension, item);
}

void read_official(std::string_view name, const ObjectReader& extension, Item& item) {
    read_limits(name, extension, item);
    if (name == "questionnaire-itemControl") item.control = read_control(extension);
    if (name == "questionnaire-hidden") {
        item.hidden = read_flag(extension);
    }
    if (name == "entryFormat") item.entry_format = extension.words("valueString");
    if (name == "questionnaire-unit") item.unit = read_unit(extension);
    if (name == "questionnaire-unitOption") {
        if (auto unit = read_unit(extension)) item.unit_options.push_back(std::move(*unit));
    }
}

} // namespace

std::vector<std::pair<std::string, std::string>> read_translations(const ObjectReader& reader,
                                                                   std::string_view name) {
    std::vector<std::pair<std::string, std::string>> translations;
    const std::string beside = "_" + std::string(name);
    const auto* found = reader.object(beside);
    if (found == nullptr) return translations;
    const ObjectReader element(*found, reader.path() + "." + beside, reader.issues());
    for_each_extension(element, [&](std::string_view url, const ObjectReader& extension) {
        if (url != fmt::format("{}translation", extension_url::fhir)) return;
        std::string language;
        std::string content;
        for_each_extension(extension, [&](std::string_view part, const ObjectReader& inner) {
            if (part == "lang") language = inner.text("valueCode", Presence::mandatory);
            if (part != "content") return;
            // FHIR lets a translation be a string or markdown.
            content = inner.text(inner.has("valueMarkdown") ? "valueMarkdown" : "valueString",
                                 Presence::mandatory);
        });
        if (language.empty() || content.empty()) {
            extension.error(IssueCode::required, "", "a translation has a lang and a content");
            return;
        }
        translations.emplace_back(std::move(language), std::move(content));
    });
    return translations;
}

void read_item_extensions(const ObjectReader& reader, Item& item) {
    MarkManner manner;
    for_each_extension(reader, [&](std::string_view url, const ObjectReader& extension) {
        if (std::ranges::find(not_ignorable, url) != not_ignorable.end()) {
            extension.error(IssueCode::not_supported, "url",
                            "the form's logic needs this extension, and it is not supported");
        }
        if (url.starts_with(extension_url::fhir)) {
            read_official(url.substr(extension_url::fhir.size()), extension, item);
        } else {
            read_our_own(url, extension, item, manner);
        }
    });
    set_manner(manner, item.marks);
    for (DateMark& mark : item.date_marks)
        mark.which = manner.which;
}

void read_option_extensions(const ObjectReader& reader, Option& option) {
    MarkManner manner;
    for_each_extension(reader, [&](std::string_view url, const ObjectReader& extension) {
        if (read_mark(url, extension, option.marks, manner)) return;
        if (url == fmt::format("{}questionnaire-optionExclusive", extension_url::fhir)) {
            option.exclusive = read_flag(extension);
        }
    });
    set_manner(manner, option.marks);
}

} // namespace rexue::questionnaire
