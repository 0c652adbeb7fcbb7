#include "kiosk/rules/questionnaire/options.h"

#include <array>

#include <fmt/format.h>

#include "kiosk/rules/questionnaire/extension.h"
#include "kiosk/rules/questionnaire/limits.h"

namespace rexue::questionnaire {

namespace {

constexpr size_t max_contained = 500;
constexpr std::array option_members{
    std::string_view("valueInteger"),   std::string_view("valueDate"),
    std::string_view("valueTime"),      std::string_view("valueString"),
    std::string_view("valueCoding"),    std::string_view("valueReference"),
    std::string_view("initialSelected")};

void add(std::vector<Option>& options, Option option, const ObjectReader& reader) {
    if (options.size() == max_options) {
        reader.error(IssueCode::too_costly, "", fmt::format("more than {} options", max_options));
    }
    if (options.size() <= max_options) options.push_back(std::move(option));
}

void add_designations(const ObjectReader& entry, Words& words) {
    const auto list = entry.objects("designation", max_options);
    for (size_t i = 0; i < list.size(); ++i) {
        const ObjectReader designation(list[i].get_object(),
                                       indexed(entry.path(), "designation", i), entry.issues());
        std::string language = designation.text("language");
        std::string text = designation.text("value", Presence::mandatory);
        if (language.empty() || text.empty()) continue;
        words.translations.emplace_back(std::move(language), std::move(text));
    }
}

Option option_of(const ObjectReader& entry, std::string system) {
    Coding coding{.system = std::move(system),
                  .code = entry.text("code", Presence::mandatory),
                  .display = entry.text("display")};
    Words words{.base = coding.display.empty() ? coding.code : coding.display,
                .translations = read_translations(entry, "display")};
    add_designations(entry, words);
    Option option{.value = std::move(coding), .words = std::move(words)};
    read_option_extensions(entry, option);
    return option;
}

// Depth is bounded by the JSON's own.
// NOLINTNEXTLINE(misc-no-recursion)
void add_expanded(const ObjectReader& level, std::vector<Option>& options) {
    const auto list = level.objects("contains", max_options);
    for (size_t i = 0; i < list.size(); ++i) {
        const ObjectReader entry(list[i].get_object(), indexed(level.path(), "contains", i),
                                 level.issues());
        // An abstract entry only groups those below it.
        const bool can_be_chosen = entry.has("code") && !entry.flag("abstract").value_or(false);
        if (can_be_chosen) add(options, option_of(entry, entry.text("system")), entry);
        add_expanded(entry, options);
    }
}

void add_composed(const ObjectReader& compose, std::vector<Option>& options) {
    if (compose.has("exclude")) {
        compose.error(IssueCode::not_supported, "exclude", "only lists of codes are supported");
    }
    const auto includes = compose.objects("include", max_options);
    if (includes.empty()) compose.error(IssueCode::required, "include", "is missing");
    for (size_t i = 0; i < includes.size(); ++i) {
        const ObjectReader include(includes[i].get_object(), indexed(compose.path(), "include", i),
                                   compose.issues());
        for (const std::string_view member : {"filter", "valueSet"}) {
            if (!include.has(member)) continue;
            include.error(IssueCode::not_supported, member, "only lists of codes are supported");
        }
        if (!include.has("concept")) {
            include.error(IssueCode::not_supported, "concept",
                          "a whole code system cannot be listed without a terminology server");
            continue;
        }
        const std::string system = include.text("system");
        const auto concepts = include.objects("concept", max_options);
        for (size_t k = 0; k < concepts.size(); ++k) {
            const ObjectReader entry(concepts[k].get_object(),
                                     indexed(include.path(), "concept", k), include.issues());
            add(options, option_of(entry, system), entry);
        }
    }
}

} // namespace

Contained::Contained(const ObjectReader& form) {
    const auto list = form.objects("contained", max_contained);
    for (size_t i = 0; i < list.size(); ++i) {
        const ObjectReader resource(list[i].get_object(), indexed(form.path(), "contained", i),
                                    form.issues());
        const std::string id = resource.text("id", Presence::mandatory);
        if (id.empty()) continue;
        const bool is_new =
            resources_
                .emplace(id, Resource{.object = &list[i].get_object(), .path = resource.path()})
                .second;
        if (!is_new) resource.error(IssueCode::invariant, "id", "is there twice");
    }
}

std::vector<Option> Contained::options(const std::string& reference, const ObjectReader& asker) {
    constexpr std::string_view member = "answerValueSet";
    if (!reference.starts_with('#')) {
        asker.error(IssueCode::not_supported, member,
                    "only value sets that the form contains can be shown without a server");
        return {};
    }
    const auto found = resources_.find(std::string_view(reference).substr(1));
    if (found == resources_.end()) {
        asker.error(IssueCode::not_found, member, "the form contains no such value set");
        return {};
    }
    // What is wrong with a set that many questions share is told by the first that asks.
    IssueList unheard;
    IssueList& issues = found->second.is_told ? unheard : asker.issues();
    found->second.is_told = true;
    const ObjectReader set(*found->second.object, found->second.path, issues);
    if (set.text("resourceType", Presence::mandatory) != "ValueSet") {
        asker.error(IssueCode::not_found, member, "what is contained there is no value set");
        return {};
    }
    std::vector<Option> options;
    if (const auto* expansion = set.object("expansion")) {
        add_expanded(ObjectReader(*expansion, set.path() + ".expansion", issues), options);
    } else if (const auto* compose = set.object("compose")) {
        add_composed(ObjectReader(*compose, set.path() + ".compose", issues), options);
    }
    if (options.empty()) {
        asker.error(IssueCode::not_supported, member, "the value set lists no codes");
    }
    return options;
}

std::vector<Option> read_options(const ObjectReader& reader, Contained& contained) {
    if (reader.has("answerValueSet")) {
        const std::string reference = reader.text("answerValueSet");
        if (reference.empty()) return {};
        return contained.options(reference, reader);
    }
    std::vector<Option> options;
    const auto list = reader.objects("answerOption", max_options);
    for (size_t i = 0; i < list.size(); ++i) {
        const ObjectReader entry(list[i].get_object(), indexed(reader.path(), "answerOption", i),
                                 reader.issues());
        entry.refuse_others(option_members);
        auto named = read_value(entry, "value");
        if (!named) continue;
        Option option{.value = std::move(named->value), .words = std::move(named->words)};
        option.initially_selected = entry.flag("initialSelected").value_or(false);
        read_option_extensions(entry, option);
        options.push_back(std::move(option));
    }
    return options;
}

} // namespace rexue::questionnaire
