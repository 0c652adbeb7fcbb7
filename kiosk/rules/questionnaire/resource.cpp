#include "kiosk/rules/questionnaire/resource.h"

#include <fmt/format.h>

#include "kiosk/rules/questionnaire/limits.h"
#include "platform/json/parse.h"

namespace rexue::questionnaire {

namespace bj = boost::json;

namespace {

std::string member_path(const std::string& path, std::string_view name) {
    return fmt::format("{}.{}", path, name.substr(0, max_link_id_bytes));
}

bool is_empty(const bj::value& value) {
    return (value.is_object() && value.get_object().empty()) ||
           (value.is_array() && value.get_array().empty()) ||
           (value.is_string() && value.get_string().empty());
}

// Depth is bounded by the parser. `path` is grown and cut again, so that looking costs no copies.
// NOLINTNEXTLINE(misc-no-recursion)
void look_everywhere(const bj::value& value, std::string& path, IssueList& issues) {
    const size_t length = path.size();
    if (value.is_array()) {
        size_t index = 0;
        for (const bj::value& element : value.get_array()) {
            path += fmt::format("[{}]", index++);
            // A null holds the place of a primitive that only has extensions.
            if (is_empty(element)) {
                issues.error(IssueCode::structure, path, "FHIR has nothing empty");
            }
            look_everywhere(element, path, issues);
            path.resize(length);
        }
    }
    if (!value.is_object()) return;
    for (const auto& member : value.get_object()) {
        const std::string_view name(member.key().data(), member.key().size());
        if (name == "modifierExtension" || name == "implicitRules") {
            issues.error(IssueCode::not_supported, member_path(path, name),
                         "it changes the meaning of what it stands in, and it is not known here");
            continue;
        }
        if (is_empty(member.value()) || member.value().is_null()) {
            issues.error(IssueCode::structure, member_path(path, name), "FHIR has nothing empty");
            continue;
        }
        path.append(".").append(name.substr(0, max_link_id_bytes));
        look_everywhere(member.value(), path, issues);
        path.resize(length);
    }
}

} // namespace

std::optional<bj::value> parse_resource(std::string_view text, std::string_view type,
                                        size_t max_bytes, IssueList& issues) {
    const std::string path(type);
    auto value = json::parse(text, {.max_bytes = max_bytes, .max_depth = max_json_depth});
    if (!value) {
        const bool too_much = value.error().code == base::ErrorCode::limit_exceeded;
        if (too_much) {
            issues.error(IssueCode::too_costly, path, value.error().detail);
        } else {
            issues.fatal(IssueCode::structure, path, value.error().detail);
        }
        return std::nullopt;
    }
    const bj::value* named =
        value->is_object() ? value->get_object().if_contains("resourceType") : nullptr;
    if (named == nullptr || !named->is_string() ||
        std::string_view(named->get_string().data(), named->get_string().size()) != type) {
        issues.error(IssueCode::not_supported, path,
                     fmt::format("a resource of type {} is wanted", type));
        return std::nullopt;
    }
    std::string walked = path;
    look_everywhere(*value, walked, issues);
    return std::move(*value);
}

} // namespace rexue::questionnaire
